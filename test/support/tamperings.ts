// What a thief with every right could write, column by column, and the check that names it.
// $held, $due, $done and $other stand for the ids of bonds in these stages; $gone, $open and $late
// for bonds of which money left elsewhere: settled, not settled yet, and back after it was settled.
// Longer than other files: it is one table, and a column that is nowhere in it must be seen at once.

const OTHERS_PAYMENT = `(select processor_payment_id from payment where bond_id = '$other')`;
const SOMEBODY = `(select applicant_account_id from bond where id = '$other')`;
const anAttempt = (state: string) =>
  `id in (select d.id from disbursement d join refund r on r.id = d.refund_id
    where r.bond_id = '$${state}' and r.owner_kind = 'bond' and d.state <> 'failed')`;
const ofBond = (state: string) => `bond_id = '$${state}' and owner_kind = 'bond'`;
const theBond = (state: string) => `id = '$${state}'`;
const account = (state: string) => `owner_id = '$${state}'`;
const surplus = `owner_kind = 'received_payment'`;

/** `set … where …` of one table, and what names it. */
export type Tampering = readonly [set: string, where: string, check: string];

const FITS_DIRECTION = 'direction: the bond asks what was directed';
const BY_THIS_PAYMENT = 'disbursement: it goes back by a payment that brought this money';
const NAMED_PAYMENT = "payment: booked under the processor's payment that it names";
const OWN_PEOPLE = 'refund: it is of its bond, its case and its payer';
const PEOPLE_OF_REFUND = 'disbursement: it is of the people of its refund';
const GAVE_BACK = 'refund: it gives back what its owner received';
const ALLOWED = 'refund: its decision allows it';
const RESERVE = 'disbursement: its reserve exists, in its amount and of its decision';
const OWN_RESERVE = 'disbursement: its reserve is the one made for it';
const AGREE = 'disbursement: its state and the ledger agree';
const EQUALS = 'account equals its transfers';
const OF_ITS_KIND = 'account: each transfer is of its kind and currency';
const SETTLES = 'what settles or voids a reserve equals it';
const IN_WHOLE = 'received payment: booked once, in whole';
const NOT_OVERDRAWN = 'decision: made by a rule or two people, and not overdrawn';
const GOES_ON = 'bond: while it is held, its case goes on';
const IN_FULL = 'bond: held in full is in the ledger in full, and unpromised';
const OWN_OBJECT = 'disbursement: what the processor did is booked under its own object';
const ITS_PAYMENT = 'reversal: it is of a payment that we booked, its bond and its case';
const AS_BOOKED = 'reversal: it is booked as it stands';
const BY_TWO = 'reversal: two people stand behind what was made of it';
const LATE = 'reversal: money that came back late went where it says';

export const TAMPERINGS: Readonly<Record<string, readonly Tampering[]>> = {
  'visa_case.applicant_account_id': [
    [
      `applicant_account_id = ${SOMEBODY}`,
      `id = (select case_id from bond where id = '$held')`,
      'bond: it is of its case and its applicant',
    ],
  ],
  'visa_case.state': [
    [`state = 'closed'`, `id = (select case_id from bond where id = '$held')`, GOES_ON],
    [`state = 'withdrawn'`, `id = (select case_id from bond where id = '$other')`, GOES_ON],
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
  'payment.state': [
    [
      `state = 'awaiting_payer'`,
      `bond_id = '$held'`,
      'payment: paid has its receipt, whole and for its bond',
    ],
  ],
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
      anAttempt('due'),
      RESERVE,
    ],
  ],
  'disbursement.processor_payment_id': [
    [`processor_payment_id = ${OTHERS_PAYMENT}`, anAttempt('due'), BY_THIS_PAYMENT],
    [`processor_payment_id = ${OTHERS_PAYMENT}`, anAttempt('done'), BY_THIS_PAYMENT],
    [`processor_payment_id = ${OTHERS_PAYMENT}`, `state = 'due'`, BY_THIS_PAYMENT],
    [
      `processor_payment_id = ${OTHERS_PAYMENT}`,
      `owner_id in (select owner_id from refund where ${surplus})`,
      BY_THIS_PAYMENT,
    ],
  ],
  'disbursement.owner_id': [[`owner_id = '$other'`, anAttempt('due'), RESERVE]],
  'disbursement.amount_minor': [['amount_minor = 1', anAttempt('due'), RESERVE]],
  'disbursement.currency': [[`currency = 'EUR'`, anAttempt('due'), RESERVE]],
  'disbursement.reserve_seq': [['reserve_seq = 1', anAttempt('due'), OWN_RESERVE]],
  'disbursement.state': [
    [`state = 'canceled'`, anAttempt('due'), AGREE],
    [`state = 'failed'`, anAttempt('done'), AGREE],
  ],
  'disbursement.processor_refund_id': [
    [`processor_refund_id = 're_of_another'`, anAttempt('done'), OWN_OBJECT],
  ],
  'disbursement.applicant_account_id': [
    [`applicant_account_id = ${SOMEBODY}`, anAttempt('due'), PEOPLE_OF_REFUND],
  ],
  'disbursement.payer_account_id': [
    [`payer_account_id = ${SOMEBODY}`, anAttempt('due'), PEOPLE_OF_REFUND],
    ['payer_account_id = null', anAttempt('done'), PEOPLE_OF_REFUND],
  ],
  'reversal.kind': [
    [
      `kind = 'dispute', processor_object = 'du' || substr(processor_object, 3)`,
      `bond_id = '$gone'`,
      AS_BOOKED,
    ],
  ],
  'reversal.processor_object': [
    [`processor_object = 're_of_another'`, `bond_id = '$gone'`, AS_BOOKED],
  ],
  'reversal.processor_payment_id': [
    [`processor_payment_id = ${OTHERS_PAYMENT}`, `bond_id = '$gone'`, ITS_PAYMENT],
  ],
  'reversal.received_payment_id': [
    [
      `received_payment_id = (select received_payment_id from payment where bond_id = '$other')`,
      `bond_id = '$gone'`,
      ITS_PAYMENT,
    ],
  ],
  'reversal.bond_id': [
    [`bond_id = '$other'`, `bond_id = '$gone'`, ITS_PAYMENT],
    ['bond_id = null', `bond_id = '$open'`, ITS_PAYMENT],
  ],
  'reversal.case_id': [
    [`case_id = (select case_id from bond where id = '$other')`, `bond_id = '$open'`, ITS_PAYMENT],
  ],
  'reversal.reference': [[`reference = 'VB-0000-0000'`, `bond_id = '$gone'`, ITS_PAYMENT]],
  'reversal.amount_minor': [
    ['amount_minor = amount_minor - 1', `bond_id = '$gone'`, AS_BOOKED],
    ['amount_minor = amount_minor + 1', `bond_id = '$open'`, AS_BOOKED],
  ],
  'reversal.currency': [[`currency = 'EUR'`, `bond_id = '$gone'`, ITS_PAYMENT]],
  'reversal.money': [
    [`money = 'back'`, `bond_id = '$gone'`, AS_BOOKED],
    [`money = 'waiting'`, `bond_id = '$open'`, AS_BOOKED],
    [`money = 'left'`, `bond_id = '$open'`, AS_BOOKED],
  ],
  'reversal.state': [
    [`state = 'undone', money = 'back'`, `bond_id = '$gone'`, AS_BOOKED],
    [
      `state = 'settled', money = 'left', outcome = 'accepted', proposed_by = gen_random_uuid(),
         approved_by = gen_random_uuid()`,
      `bond_id = '$open'`,
      BY_TWO,
    ],
  ],
  'reversal.outcome': [[`outcome = 'post_again'`, `bond_id = '$gone'`, IN_FULL]],
  'reversal.came_back_to': [
    [`came_back_to = 'bond'`, `bond_id = '$late'`, LATE],
    ['came_back_to = null', `bond_id = '$late'`, LATE],
    [`came_back_to = 'suspense', money = 'back', state = 'undone'`, `bond_id = '$gone'`, LATE],
  ],
  'reversal.proposed_by': [[`proposed_by = gen_random_uuid()`, `bond_id = '$gone'`, BY_TWO]],
  'reversal.approved_by': [[`approved_by = gen_random_uuid()`, `bond_id = '$gone'`, BY_TWO]],
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

/** Columns that say neither whose, nor where, nor how much; or what only the processor can tell. */
export const NOT_OF_MONEY: Readonly<Record<string, readonly string[]>> = {
  bond_direction: [
    ...['id', 'reason_code', 'needs_second_person', 'state', 'proposed_by', 'proposed_at'],
    ...['decided_by', 'decided_at', 'decline_reason'],
    // Which direction a correction replaces, and why: the bond names the one that holds.
    ...['supersedes', 'correction_reason'],
  ],
  bond: ['id', 'reason_code', 'state_since', 'version', 'directed_at', 'post_by', 'held_at'],
  payment: [
    ...['id', 'state_since', 'version', 'return_url', 'cancel_url', 'language', 'created_at'],
    // Names at the processor by which nothing is ever sent back.
    ...['session_expires_at', 'session_id', 'session_url', 'charge_id', 'method'],
    // Why a card was declined, for its payer to read.
    ...['refundable_until', 'decline_code'],
  ],
  refund: [
    ...['id', 'created_at', 'zone', 'promised_by'],
    // By these refunds are counted against their ceilings; nothing is sent by them.
    ...['programme_code', 'border_client_id', 'waits_because'],
  ],
  disbursement: [
    ...[
      'id',
      'attempt',
      'route',
      'state_since',
      'version',
      'trace_number',
      'failure_reason',
      'pending_reason',
    ],
    ...['sending_since', 'swept_at', 'approved_by', 'leaves_at'],
  ],
  reversal: ['id', 'state_since', 'version', 'happened_at'],
  account: ['last_seq'],
  // A CHECK keeps a rule from forfeiting, and two people apart.
  decision: ['id', 'forfeit', 'requested_by', 'approved_by', 'decided_at'],
  received_payment: ['happened_at', 'learned_at'],
  transfer: ['line', 'asked', 'happened_at', 'learned_at', 'booked_by'],
};
