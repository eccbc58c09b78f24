// Refunds that go by bank: what a thief with every right could write, and the check that names it.
import { SOMEBODY, type Tamperings } from './tampering.ts';

const RESERVE = 'disbursement: its reserve is the one made for it';
const BY_TWO = 'rescue: two people stand behind what goes to a bank account';
const IN_TIME = 'rescue: money goes to an account that its payer gave, 48 hours before';
const ITS_PAYER = 'rescue: it is of its refund and its payer';
const AS_DECIDED = 'rescue: what is on its way is its disbursement, as it was decided';
const FILE = 'payment file: it holds what it says';
const SAID = 'disbursement: what the bank did is what it said';

const BANK = `route = 'bank'`;
const DONE = `state = 'done'`;
/** An account that was given for another refund. */
const OTHERS = `(select id from rescue_account order by id desc limit 1)`;

export const rescues: Tamperings = {
  'disbursement.route': [
    [
      `route = 'bank', bank_account_id = ${OTHERS}, payment_file_id = gen_random_uuid()`,
      `route = 'processor' and state = 'succeeded'`,
      RESERVE,
    ],
    [
      `route = 'processor', bank_account_id = null, payment_file_id = null,
       processor_refund_id = 're_none'`,
      BANK,
      RESERVE,
    ],
  ],
  'disbursement.bank_account_id': [
    [`bank_account_id = ${OTHERS}`, `${BANK} and state = 'succeeded'`, IN_TIME],
  ],
  'disbursement.payment_file_id': [['payment_file_id = gen_random_uuid()', BANK, FILE]],
  'rescue.refund_id': [
    [`refund_id = (select id from refund where bond_id = '$done')`, DONE, ITS_PAYER],
  ],
  'rescue.payer_account_id': [[`payer_account_id = ${SOMEBODY}`, DONE, ITS_PAYER]],
  'rescue.payer_contact_point_id': [
    [`payer_contact_point_id = gen_random_uuid()`, DONE, ITS_PAYER],
  ],
  'rescue.reference': [[`reference = 'VB-0000-0000'`, DONE, ITS_PAYER]],
  'rescue.account_id': [[`account_id = ${OTHERS}`, DONE, AS_DECIDED]],
  'rescue.amount_minor': [['amount_minor = amount_minor - 1', DONE, AS_DECIDED]],
  'rescue.proposed_by': [[`proposed_by = ${SOMEBODY}`, DONE, AS_DECIDED]],
  'rescue.decided_by': [[`decided_by = ${SOMEBODY}`, DONE, AS_DECIDED]],
  'rescue.disbursement_id': [['disbursement_id = gen_random_uuid()', DONE, AS_DECIDED]],
  'rescue.state': [[`state = 'under_way'`, DONE, AS_DECIDED]],
  'rescue_account.rescue_id': [['rescue_id = gen_random_uuid()', 'true', BY_TWO]],
  'rescue_account.payer_account_id': [[`payer_account_id = ${SOMEBODY}`, 'true', IN_TIME]],
  'rescue_account.usable_from': [
    [`usable_from = usable_from + interval '400 days'`, 'true', IN_TIME],
  ],
  'payment_file.payments': [['payments = payments + 1', 'true', FILE]],
  'payment_file.total_minor': [['total_minor = total_minor + 1', 'true', FILE]],
  'payment_file.currency': [[`currency = 'EUR'`, 'true', FILE]],
  'bank_report_entry.says': [[`says = 'accepted'`, `outcome = 'applied'`, SAID]],
  'bank_report_entry.amount_minor': [
    ['amount_minor = amount_minor - 1', `outcome = 'applied' and says = 'booked'`, SAID],
  ],
  'bank_report_entry.currency': [
    [`currency = 'EUR'`, `outcome = 'applied' and says = 'booked'`, SAID],
  ],
  'bank_report_entry.disbursement_id': [
    ['disbursement_id = gen_random_uuid()', `outcome = 'applied' and says = 'booked'`, SAID],
  ],
  'bank_report_entry.outcome': [
    [`outcome = 'known'`, `outcome = 'applied' and says = 'booked'`, SAID],
  ],
};
