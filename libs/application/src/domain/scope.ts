import { isOnOrBefore, ok, refused, type PlainDate, type Result } from '#kernel';

export interface Traveller {
  readonly nationality: string;
  /** The state of the passport used, ISO 3166 alpha-3. */
  readonly documentState: string;
  readonly documentExpiresOn: PlainDate;
  /** Through which day the passport must be valid: the planned stay and a margin (R34). */
  readonly documentNeededUntil: PlainDate;
}

export type ScopeRefusal = 'outside_programme' | 'document_expired' | 'document_expires_too_early';

const isBeforeDay = (a: PlainDate, b: PlainDate) => !isOnOrBefore(b, a);

/**
 * Nationality is the passport used: who travels on other papers is outside the programme (R2).
 * A passport that is no longer valid cannot carry a visa; one that ends too early none for this
 * journey (R34).
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
  const { documentExpiresOn, documentNeededUntil: needed } = traveller;
  if (isBeforeDay(documentExpiresOn, today)) {
    return refused('document_expired', { field: 'expiresOn' });
  }
  if (!isBeforeDay(documentExpiresOn, needed)) return ok(true);
  return refused('document_expires_too_early', { field: 'expiresOn', needed: `${needed}` });
}
