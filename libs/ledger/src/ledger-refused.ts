import { constraintOf, sqlStateOf } from '#platform';

export type LedgerRefusal =
  | 'cause_taken'
  | 'not_found'
  | 'not_decided'
  | 'already_followed'
  | 'not_in_own_name'
  | 'bears_a_loss'
  | 'books_are_only_added_to'
  | 'insufficient'
  | 'same_person'
  | 'not_allowed';

const bySqlState: Readonly<Record<string, LedgerRefusal>> = {
  VB001: 'cause_taken',
  VB002: 'not_found',
  VB003: 'not_decided',
  VB004: 'already_followed',
  VB005: 'not_in_own_name',
  VB006: 'bears_a_loss',
  VB009: 'books_are_only_added_to',
  '23503': 'not_found',
};

const byConstraint: Readonly<Record<string, LedgerRefusal>> = {
  account_held: 'insufficient',
  account_reserved: 'insufficient',
  decision_two_people: 'same_person',
};

/**
 * The ledger would not book it. It is thrown, not returned, because the transaction is lost with
 * it: nothing may be done in it afterwards. A caller to whom a code is an expected answer catches it
 * outside of `write` and turns it into a refused Result.
 */
export class LedgerRefused extends Error {
  constructor(
    readonly code: LedgerRefusal,
    options: { cause: Error },
  ) {
    super(`${code}: ${options.cause.message}`, options);
    this.name = 'LedgerRefused';
  }
}

function codeOf(error: unknown): LedgerRefusal | undefined {
  const state = sqlStateOf(error) ?? '';
  if (state === '23514') return byConstraint[constraintOf(error) ?? ''] ?? 'not_allowed';
  return bySqlState[state];
}

/** The error as the ledger's own, where it is a refusal; anything else as it was. */
export function asLedgerRefused(error: unknown): unknown {
  const code = codeOf(error);
  return code === undefined ? error : new LedgerRefused(code, { cause: error as Error });
}
