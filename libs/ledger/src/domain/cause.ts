const named = (object: string, happened: string): string => {
  if (!/^[^\s:]{1,100}$/.test(object)) throw new RangeError('a cause names one object by its id');
  return `${object}:${happened}`;
};
const ours = (kind: string, id: string, happened: string): string =>
  `${kind}:${named(id, happened)}`;

/**
 * Causes: the gate against booking twice. Each names an object of the processor, or a row of ours,
 * and what happened to it, never an event, so news in any order and number makes the same cause.
 */
export const cause = {
  /** A payment (`pi_…`) succeeded. */
  paid: (payment: string) => named(payment, 'paid'),
  /** The fee that a balance transaction (`txn_…`) shows. */
  fee: (balanceTransaction: string) => named(balanceTransaction, 'fee'),
  /** What a balance transaction moved by itself: a payout, a top-up, a charge of the processor. */
  moved: (balanceTransaction: string) => named(balanceTransaction, 'moved'),
  /** An officer's task matched suspense with a bond. */
  matched: (taskId: string) => ours('task', taskId, 'matched'),
  /** One disbursement sets its money aside. */
  reserve: (disbursementId: string) => ours('disbursement', disbursementId, 'reserved'),
  /** The disbursement ended before the processor made an object for it. */
  unsent: (disbursementId: string) => ours('disbursement', disbursementId, 'unsent'),
  /** The operator's bank paid a disbursement, did not, or had the money back from the payer's. */
  paidByBank: (disbursementId: string) => ours('disbursement', disbursementId, 'paid'),
  refusedByBank: (disbursementId: string) => ours('disbursement', disbursementId, 'refused'),
  returnedByBank: (disbursementId: string) => ours('disbursement', disbursementId, 'returned'),
  /** A refund (`re_…`) reached the bank. */
  succeeded: (refund: string) => named(refund, 'succeeded'),
  /** It failed and nothing left. */
  failed: (refund: string) => named(refund, 'failed'),
  /** It was stopped and nothing left. */
  canceled: (refund: string) => named(refund, 'canceled'),
  /** It failed after it had succeeded. Another word than `failed`: both can happen to one refund. */
  failedAfterSuccess: (refund: string) => named(refund, 'failed_after_success'),
  /** A refund that was no disbursement of ours left the processor. */
  left: (refund: string) => named(refund, 'left'),
  /** A dispute (`du_…`) took money, and gave it back or not. */
  withdrawn: (dispute: string) => named(dispute, 'withdrawn'),
  won: (dispute: string) => named(dispute, 'won'),
  lost: (dispute: string) => named(dispute, 'lost'),
  /** A decision of two people sets a part aside for the state. */
  forfeitReserved: (rulingId: string) => ours('ruling', rulingId, 'reserved'),
  /** The breach is final. */
  forfeited: (rulingId: string) => ours('ruling', rulingId, 'final'),
  /** It never will be: overturned, or rescinded before. */
  notForfeited: (rulingId: string) => ours('ruling', rulingId, 'released'),
  /** Rescinded after it was (R24), by this ruling. */
  rescinded: (rulingId: string) => ours('ruling', rulingId, 'rescinded'),
  /** What was gone for good came back all the same. */
  cameBack: (object: string) => named(object, 'came_back'),
} as const;
