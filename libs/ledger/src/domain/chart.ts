export type LedgerAccount =
  | 'bond'
  | 'suspense'
  | 'processor:clearing'
  | 'processor:fees'
  | 'bank:escrow'
  | 'disputes:receivable'
  | 'state:forfeited'
  | 'state:remitted'
  | 'operator:losses'
  | 'operator:funding';

export interface ChartRow {
  /** The event, in the past tense where it is news and as a noun where it is a way out. */
  readonly code: string;
  readonly debit: LedgerAccount;
  readonly credit: LedgerAccount;
  readonly meaning: string;
}

const row = (
  code: string,
  debit: LedgerAccount,
  credit: LedgerAccount,
  meaning: string,
): ChartRow => ({
  code,
  debit,
  credit,
  meaning,
});

/**
 * The chart of events: money moves from debit to credit in these ways and no other. The database
 * holds the same rows in a CHECK, which a test compares with this table, and so does docs/ledger.md.
 */
export const chart: readonly ChartRow[] = [
  row('paid', 'processor:clearing', 'bond', 'a payment becomes held'),
  row('unmatched', 'processor:clearing', 'suspense', 'it matches no bond, or is more than enough'),
  row(
    'matched',
    'suspense',
    'processor:clearing',
    'out of suspense, to a bond (same cause as next)',
  ),
  row('matched', 'processor:clearing', 'bond', 'into the bond'),
  row('fee', 'processor:fees', 'processor:clearing', 'the processor keeps its fee (R29)'),
  row('refund', 'bond', 'processor:clearing', 'back to the payer by the way it came (R25)'),
  row('refund', 'bond', 'bank:escrow', 'back to the payer by bank'),
  row('refund', 'suspense', 'processor:clearing', 'back to who sent it, by the way it came'),
  row('refund', 'suspense', 'bank:escrow', 'back to who sent it, by bank'),
  row(
    'returned_elsewhere',
    'bond',
    'processor:clearing',
    'left the processor by no disbursement of ours (R35)',
  ),
  row('returned_elsewhere', 'suspense', 'processor:clearing', 'the same in suspense'),
  row('bounced', 'processor:clearing', 'bond', 'a refund failed after success (R27)'),
  row('bounced', 'bank:escrow', 'bond', 'a bank returned a refund'),
  row('bounced', 'processor:clearing', 'suspense', 'a return failed after success'),
  row('bounced', 'bank:escrow', 'suspense', 'a bank returned it'),
  row(
    'overpaid',
    'operator:losses',
    'processor:clearing',
    'left after its void, with nothing there',
  ),
  row('overpaid', 'operator:losses', 'bank:escrow', 'the same by bank'),
  row('forfeit', 'bond', 'state:forfeited', 'a final breach (R23)'),
  row('remitted', 'state:forfeited', 'state:remitted', 'put into a remittance to the state'),
  row('rescinded', 'state:forfeited', 'bond', 'the breach is rescinded (R24)'),
  row('rescinded', 'state:remitted', 'bond', 'rescinded after it had left: the state owes it'),
  row('withdrawn', 'disputes:receivable', 'processor:clearing', 'a dispute took the money'),
  row('reinstated', 'processor:clearing', 'disputes:receivable', 'dispute won'),
  row('reinstated', 'processor:clearing', 'bond', 'won after it was lost'),
  row('reinstated', 'processor:clearing', 'suspense', 'the same in suspense'),
  row('charged_back', 'bond', 'disputes:receivable', 'dispute lost: what is still there'),
  row('charged_back', 'suspense', 'disputes:receivable', 'the same in suspense'),
  row('lost', 'operator:losses', 'disputes:receivable', 'dispute lost: what had gone, or is going'),
  row('recovered', 'bond', 'operator:losses', 'what became free makes a loss good first'),
  row('recovered', 'suspense', 'operator:losses', 'the same in suspense'),
  row('payout', 'bank:escrow', 'processor:clearing', 'the processor pays out to the bank'),
  row('payout_returned', 'processor:clearing', 'bank:escrow', 'it comes back from the bank'),
  row('cost', 'processor:fees', 'processor:clearing', 'the processor charges for no one payment'),
  row('cost_returned', 'processor:clearing', 'processor:fees', 'it gives back what it charged'),
  row('funded', 'bank:escrow', 'operator:funding', 'the operator puts its own money in'),
  row('drawn', 'operator:funding', 'bank:escrow', 'it takes its own out, or the bank charges it'),
  row('topped_up', 'processor:clearing', 'bank:escrow', 'the processor balance is topped up'),
  row('remittance', 'state:remitted', 'bank:escrow', 'a remittance leaves the bank'),
  row('state_repaid', 'bank:escrow', 'state:remitted', 'the state pays a rescinded forfeit back'),
];
