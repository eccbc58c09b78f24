import type { Flow } from '../flow.ts';
import { disputes } from './disputes.ts';
import { payments } from './payments.ts';
import { waysOut } from './ways-out.ts';

/** In the order in which they run. */
export const flows: Readonly<Record<string, Flow>> = { ...payments, ...waysOut, ...disputes };

/** What `DRILL_FLOWS` may name besides single flows. */
export const parts: Readonly<Record<string, readonly string[]>> = {
  payments: Object.keys(payments),
  disputes: Object.keys(disputes),
  'ways-out': Object.keys(waysOut),
};
