// The ledger's own tables: what a thief with every right could write, and the check that names it.
import {
  NAMED_PAYMENT,
  ALLOWED,
  RESERVE,
  OWN_RESERVE,
  AGREE,
  OWN_OBJECT,
  type Tamperings,
} from './tampering.ts';

const account = (state: string) => `owner_id = '$${state}'`;
const EQUALS = 'account equals its transfers';
const OF_ITS_KIND = 'account: each transfer is of its kind and currency';
const SETTLES = 'what settles or voids a reserve equals it';
const IN_WHOLE = 'received payment: booked once, in whole';
const NOT_OVERDRAWN = 'decision: made by a rule or two people, and not overdrawn';

export const ledger: Tamperings = {
  'account.owner_id': [['owner_id = gen_random_uuid()', account('held'), EQUALS]],
  'account.kind': [[`kind = 'suspense'`, account('held'), OF_ITS_KIND]],
  'account.currency': [
    [`currency = 'EUR'`, account('held'), 'sum zero: what is owed is where it lies'],
    [`currency = 'EUR'`, account('done'), OF_ITS_KIND],
  ],
  'account.held': [['held = held + 1', account('held'), EQUALS]],
  'account.reserved': [['reserved = 0', account('due'), EQUALS]],
  'decision.owner_id': [[`owner_id = '$other'`, account('due'), ALLOWED]],
  'decision.refund': [
    ['refund = refund - 1', account('due'), NOT_OVERDRAWN],
    ['refund = refund + 1', account('done'), ALLOWED],
  ],
  'decision.currency': [[`currency = 'EUR'`, account('due'), ALLOWED]],
  'decision.rule': [
    [`rule = null, requested_by = gen_random_uuid()`, account('due'), NOT_OVERDRAWN],
  ],
  'received_payment.id': [['id = gen_random_uuid()', `bond_id = '$held'`, IN_WHOLE]],
  'received_payment.amount': [['amount = amount + 1', `bond_id = '$held'`, IN_WHOLE]],
  'received_payment.currency': [
    [`currency = 'EUR'`, `bond_id = '$held'`, 'received payment: where it went is what was booked'],
  ],
  'received_payment.cause': [[`cause = 'pi_of_another:paid'`, `bond_id = '$held'`, NAMED_PAYMENT]],
  'received_payment.bond_id': [
    [
      `bond_id = '$other'`,
      `bond_id = '$held'`,
      'payment: paid has its receipt, whole and for its bond',
    ],
  ],
  'received_payment.to_bond': [
    ['to_bond = 1', `bond_id = '$held'`, 'received payment: where it went is what was booked'],
  ],
  'transfer.owner_id': [
    [`owner_id = '$other', seq = 99`, `${account('held')} and code = 'paid'`, EQUALS],
  ],
  'transfer.seq': [['seq = 99', `${account('done')} and phase = 'reserve'`, EQUALS]],
  'transfer.phase': [[`phase = 'post'`, `${account('due')} and phase = 'void'`, EQUALS]],
  'transfer.code': [[`code = 'matched'`, `${account('held')} and code = 'paid'`, IN_WHOLE]],
  'transfer.debit': [
    [
      `debit = 'operator:losses', code = 'overpaid'`,
      `${account('done')} and phase = 'settle'`,
      SETTLES,
    ],
  ],
  'transfer.credit': [
    [`credit = 'bank:escrow'`, `${account('done')} and phase = 'settle'`, SETTLES],
    [`credit = 'bank:escrow'`, `${account('due')} and phase = 'reserve'`, OWN_RESERVE],
  ],
  'transfer.amount': [['amount = amount - 1', `${account('held')} and code = 'paid'`, EQUALS]],
  'transfer.currency': [[`currency = 'EUR'`, `${account('held')} and code = 'paid'`, OF_ITS_KIND]],
  'transfer.cause': [
    [`cause = 're_of_another:succeeded'`, `${account('done')} and phase = 'settle'`, OWN_OBJECT],
    [
      `cause = 'pi_of_another:paid'`,
      `${account('held')} and code = 'paid'`,
      'received payment: where it went is what was booked',
    ],
    [
      `cause = 'disbursement:x:reserved' || seq`,
      `${account('due')} and phase = 'reserve'`,
      OWN_RESERVE,
    ],
  ],
  'transfer.follows': [['follows = 1', `${account('done')} and phase = 'settle'`, AGREE]],
  'transfer.decision_id': [
    ['decision_id = gen_random_uuid()', `${account('done')} and phase = 'reserve'`, RESERVE],
  ],
  'transfer.payment_id': [
    ['payment_id = gen_random_uuid()', `${account('held')} and code = 'paid'`, IN_WHOLE],
  ],
};
