import type { StatementLine } from '#ledger';

/** What a line does to its owner's account; 'beside' touches it not, as a fee does. */
export type Direction = 'in' | 'out' | 'aside' | 'beside';

const GUARDED: ReadonlySet<string> = new Set(['bond', 'suspense']);

export function directionOf(line: Pick<StatementLine, 'phase' | 'debit' | 'credit'>): Direction {
  if (line.phase === 'reserve' || line.phase === 'void') return 'aside';
  if (GUARDED.has(line.credit)) return 'in';
  return GUARDED.has(line.debit) ? 'out' : 'beside';
}
