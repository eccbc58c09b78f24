import { ok, refused, Temporal, type PlainDate, type Result } from '#kernel';

export interface Traveller {
  readonly nationality: string;
  /** The state of the passport used, ISO 3166 alpha-3. */
  readonly documentState: string;
  readonly documentExpiresOn: PlainDate;
}

export type ScopeRefusal = 'outside_programme' | 'document_expired';

/**
 * Nationality is the passport used: who travels on other papers is outside the programme (R2).
 * A passport that is no longer valid cannot carry a visa.
 */
export function isInScope(
  bondedNationality: string,
  traveller: Traveller,
  today: PlainDate,
): Result<true, ScopeRefusal> {
  if (traveller.documentState !== bondedNationality) {
    return refused('outside_programme', { field: 'issuingState', needed: bondedNationality });
  }
  if (traveller.nationality !== bondedNationality) {
    return refused('outside_programme', { field: 'nationality', needed: bondedNationality });
  }
  const isOver = Temporal.PlainDate.compare(traveller.documentExpiresOn, today) < 0;
  return isOver ? refused('document_expired', { field: 'expiresOn' }) : ok(true);
}
