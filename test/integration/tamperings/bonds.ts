// Cases, directions, bonds and payments: what a thief with every right could write, and the check that names it.
import { SOMEBODY, NAMED_PAYMENT, IN_FULL, type Tamperings } from './tampering.ts';

const theBond = (state: string) => `id = '$${state}'`;
const FITS_DIRECTION = 'direction: the bond asks what was directed';
const OWN_CASH = "payer's cash: it came to the account of a transfer, for its bond";
const CASH_BOOKED = "ledger: what a payer's cash brought has its transfer";
const BROUGHT_IT = 'disbursement: it goes back by a payment that brought this money';
const GOES_ON = 'bond: while it is held, its case goes on';
/** Beyond the minutes in which the worker's rule follows the case. */
const LONG_AGO = `state_since = state_since - interval '1 day'`;

export const bonds: Tamperings = {
  'visa_case.applicant_account_id': [
    [
      `applicant_account_id = ${SOMEBODY}`,
      `id = (select case_id from bond where id = '$held')`,
      'bond: it is of its case and its applicant',
    ],
  ],
  'visa_case.state': [
    [
      `state = 'closed', ${LONG_AGO}`,
      `id = (select case_id from bond where id = '$held')`,
      GOES_ON,
    ],
    [
      `state = 'withdrawn', ${LONG_AGO}`,
      `id = (select case_id from bond where id = '$other')`,
      GOES_ON,
    ],
  ],
  'contact_point.account_id': [
    [
      `account_id = ${SOMEBODY}`,
      `id = (select payer_contact_point_id from bond where id = '$held')`,
      'bond: its payer is written to at an address of the payer',
    ],
  ],
  'undertaking.payer_account_id': [
    [
      `payer_account_id = ${SOMEBODY}`,
      `bond_id = '$held'`,
      'bond: whoever posted it signed for it',
    ],
  ],
  'undertaking.bond_id': [
    [
      `bond_id = '$other', post_by = now()`,
      `bond_id = '$held'`,
      'bond: whoever posted it signed for it',
    ],
  ],
  'bond_direction.case_id': [
    [
      `case_id = (select case_id from bond where id = '$other')`,
      `id = (select direction_id from bond where id = '$held')`,
      FITS_DIRECTION,
    ],
  ],
  'bond_direction.amount_minor': [
    ['amount_minor = 1', `id = (select direction_id from bond where id = '$held')`, FITS_DIRECTION],
  ],
  'bond_direction.currency': [
    [`currency = 'XOF'`, `id = (select direction_id from bond where id = '$held')`, FITS_DIRECTION],
  ],
  'bond.case_id': [
    [
      `case_id = (select id from visa_case where id not in (select case_id from bond) union all
       select gen_random_uuid() limit 1)`,
      theBond('held'),
      FITS_DIRECTION,
    ],
  ],
  'bond.direction_id': [
    [
      'direction_id = (select gen_random_uuid())',
      theBond('held'),
      'bond: it has its direction, its case and its payments',
    ],
  ],
  'bond.reference': [
    [`reference = 'VB-0000-0000'`, theBond('held'), 'bond: it is of its case and its applicant'],
  ],
  'bond.amount_minor': [['amount_minor = amount_minor - 1', theBond('held'), IN_FULL]],
  'bond.currency': [[`currency = 'EUR'`, theBond('held'), IN_FULL]],
  'bond.state': [
    [
      `state = 'closed'`,
      theBond('held'),
      'bond: without money in its state is without money in the ledger',
    ],
    [`state = 'held'`, theBond('done'), IN_FULL],
    [`state = 'cancelled'`, theBond('held'), 'bond: cancelled is being returned'],
  ],
  'bond.payer_account_id': [
    [`payer_account_id = ${SOMEBODY}`, theBond('held'), 'bond: whoever posted it signed for it'],
  ],
  'bond.payer_contact_point_id': [
    [
      `payer_contact_point_id = (select payer_contact_point_id from bond where id = '$other')`,
      theBond('held'),
      'bond: its payer is written to at an address of the payer',
    ],
  ],
  'bond.applicant_account_id': [
    [
      `applicant_account_id = ${SOMEBODY}`,
      theBond('held'),
      'bond: it is of its case and its applicant',
    ],
  ],
  'payment.bond_id': [
    [
      `bond_id = '$other'`,
      `bond_id = '$held'`,
      'payment: paid has its receipt, whole and for its bond',
    ],
  ],
  'payment.amount_minor': [
    [
      'amount_minor = 1',
      `bond_id = '$held'`,
      'payment: it asks what its bond asks, of the same people',
    ],
  ],
  'payment.currency': [
    [
      `currency = 'EUR'`,
      `bond_id = '$held'`,
      'payment: it asks what its bond asks, of the same people',
    ],
  ],
  'payment.applicant_account_id': [
    [
      `applicant_account_id = ${SOMEBODY}`,
      `bond_id = '$held'`,
      'payment: it asks what its bond asks, of the same people',
    ],
  ],
  'payment.processor_payment_id': [
    [`processor_payment_id = 'pi_of_another'`, `bond_id = '$held'`, NAMED_PAYMENT],
    ['processor_payment_id = null', `bond_id = '$held'`, NAMED_PAYMENT],
  ],
  'payment.received_payment_id': [
    [
      `received_payment_id = gen_random_uuid()`,
      `bond_id = '$held'`,
      'payment: paid has its receipt, whole and for its bond',
    ],
    [
      `received_payment_id = null, state = 'expired'`,
      `bond_id = '$held'`,
      "ledger: money that came by one of our payments is that payment's",
    ],
  ],
  'payment.way': [
    [
      `way = 'card', processor_customer_id = null, transfer_url = null, arrived_minor = null`,
      `bond_id = '$moved'`,
      OWN_CASH,
    ],
  ],
  'payment.processor_customer_id': [
    [`processor_customer_id = 'cus_of_another'`, `bond_id = '$moved'`, BROUGHT_IT],
    ['processor_customer_id = null', `bond_id = '$moved'`, OWN_CASH],
  ],
  'payer_cash.payment_id': [
    [`payment_id = (select id from payment where bond_id = '$other')`, 'true', OWN_CASH],
  ],
  'payer_cash.received_payment_id': [
    [`received_payment_id = gen_random_uuid()`, 'true', OWN_CASH],
    [`received_payment_id = gen_random_uuid()`, 'true', CASH_BOOKED],
  ],
  'payment.state': [
    [
      `state = 'awaiting_payer'`,
      `bond_id = '$held'`,
      'payment: paid has its receipt, whole and for its bond',
    ],
  ],
};
