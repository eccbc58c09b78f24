// What tamperings of several tables say. $held, $due, $done, $other and $proved stand for the ids of
// bonds in these stages, the last returned by evidence; $gone, $open and $late for bonds of which money left elsewhere: settled, not settled
// yet, and back after it was settled. Of $judged a breach was declared in part, of $final in full and it is
// final, of $allowed the appeal was allowed. $stayed may stay longer; the traveller of $dead has died. $moved was paid
// by transfer, and more came than was asked.

/** `set … where …` of one table, and the check that names it. */
type Tampering = readonly [set: string, where: string, check: string];
export type Tamperings = Readonly<Record<string, readonly Tampering[]>>;

export const OTHERS_PAYMENT = `(select processor_payment_id from payment where bond_id = '$other')`;
export const SOMEBODY = `(select applicant_account_id from bond where id = '$other')`;
export const NAMED_PAYMENT = "payment: booked under the processor's payment that it names";
export const ALLOWED = 'refund: its decision allows it';
export const RESERVE = 'disbursement: its reserve exists, in its amount and of its decision';
export const OWN_RESERVE = 'disbursement: its reserve is the one made for it';
export const AGREE = 'disbursement: its state and the ledger agree';
export const IN_FULL = 'bond: held in full is in the ledger in full, and unpromised';
export const OWN_OBJECT = 'disbursement: what the processor did is booked under its own object';
