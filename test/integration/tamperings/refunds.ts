// Refunds and their disbursements: what a thief with every right could write, and the check that
// names it.
import {
  OTHERS_PAYMENT,
  SOMEBODY,
  ALLOWED,
  RESERVE,
  OWN_RESERVE,
  AGREE,
  OWN_OBJECT,
  type Tamperings,
} from './tampering.ts';

const aDisbursement = (state: string) =>
  `id in (select d.id from disbursement d join refund r on r.id = d.refund_id
    where r.bond_id = '$${state}' and r.owner_kind = 'bond' and d.state <> 'failed')`;
const ofBond = (state: string) => `bond_id = '$${state}' and owner_kind = 'bond'`;
const surplus = `owner_kind = 'received_payment'`;
const BY_THIS_PAYMENT = 'disbursement: it goes back by a payment that brought this money';
const OWN_PEOPLE = 'refund: it is of its bond, its case and its payer';
const PEOPLE_OF_REFUND = 'disbursement: it is of the people of its refund';
const GAVE_BACK = 'refund: it gives back what its owner received';

export const refunds: Tamperings = {
  'refund.owner_kind': [[`owner_kind = 'received_payment'`, ofBond('due'), GAVE_BACK]],
  'refund.owner_id': [[`owner_id = '$other', bond_id = '$other'`, ofBond('due'), ALLOWED]],
  'refund.bond_id': [
    [`bond_id = '$other'`, surplus, GAVE_BACK],
    ['bond_id = null', surplus, GAVE_BACK],
  ],
  'refund.case_id': [
    [`case_id = (select case_id from bond where id = '$other')`, ofBond('due'), OWN_PEOPLE],
  ],
  'refund.reference': [[`reference = 'VB-0000-0000'`, ofBond('due'), OWN_PEOPLE]],
  'refund.applicant_account_id': [
    [`applicant_account_id = ${SOMEBODY}`, ofBond('due'), OWN_PEOPLE],
  ],
  'refund.payer_account_id': [
    [`payer_account_id = ${SOMEBODY}`, ofBond('due'), OWN_PEOPLE],
    ['payer_account_id = null', ofBond('done'), OWN_PEOPLE],
    [`payer_account_id = ${SOMEBODY}`, surplus, OWN_PEOPLE],
  ],
  'refund.payer_contact_point_id': [
    [
      `payer_contact_point_id = (select payer_contact_point_id from bond where id = '$other')`,
      ofBond('due'),
      OWN_PEOPLE,
    ],
  ],
  'refund.decision_id': [['decision_id = gen_random_uuid()', ofBond('due'), ALLOWED]],
  'refund.amount_minor': [['amount_minor = amount_minor + 1', ofBond('due'), ALLOWED]],
  'refund.currency': [[`currency = 'EUR'`, ofBond('due'), ALLOWED]],
  'refund.rule': [
    [`rule = 'R99'`, ofBond('due'), 'decision: refund and ledger name the same rule'],
  ],
  'refund.returned_on': [
    [
      'returned_on = null',
      ofBond('done'),
      'refund: returned on a day when an attempt succeeded, and only then',
    ],
  ],
  'disbursement.refund_id': [
    [
      `refund_id = (select id from refund where ${ofBond('done')}), attempt = 40`,
      aDisbursement('due'),
      RESERVE,
    ],
  ],
  'disbursement.processor_payment_id': [
    [`processor_payment_id = ${OTHERS_PAYMENT}`, aDisbursement('due'), BY_THIS_PAYMENT],
    [`processor_payment_id = ${OTHERS_PAYMENT}`, aDisbursement('done'), BY_THIS_PAYMENT],
    [`processor_payment_id = ${OTHERS_PAYMENT}`, `state = 'due'`, BY_THIS_PAYMENT],
    [
      `processor_payment_id = ${OTHERS_PAYMENT}`,
      `owner_id in (select owner_id from refund where ${surplus})`,
      BY_THIS_PAYMENT,
    ],
  ],
  'disbursement.owner_id': [[`owner_id = '$other'`, aDisbursement('due'), RESERVE]],
  'disbursement.amount_minor': [['amount_minor = 1', aDisbursement('due'), RESERVE]],
  'disbursement.currency': [[`currency = 'EUR'`, aDisbursement('due'), RESERVE]],
  'disbursement.reserve_seq': [['reserve_seq = 1', aDisbursement('due'), OWN_RESERVE]],
  'disbursement.state': [
    [`state = 'canceled'`, aDisbursement('due'), AGREE],
    [`state = 'failed'`, aDisbursement('done'), AGREE],
  ],
  'disbursement.processor_refund_id': [
    [`processor_refund_id = 're_of_another'`, aDisbursement('done'), OWN_OBJECT],
  ],
  'disbursement.applicant_account_id': [
    [`applicant_account_id = ${SOMEBODY}`, aDisbursement('due'), PEOPLE_OF_REFUND],
  ],
  'disbursement.payer_account_id': [
    [`payer_account_id = ${SOMEBODY}`, aDisbursement('due'), PEOPLE_OF_REFUND],
    ['payer_account_id = null', aDisbursement('done'), PEOPLE_OF_REFUND],
  ],
};
