import type { Identity } from '#identity';
import type { Tx } from '#platform';
import type { DisputeAnswer } from './dispute-answer.entity.ts';

/** Where a pack is sealed. */
export const packPlace = (answerId: string) => ({
  ...{ table: 'dispute_answer', column: 'pack_sealed', row: answerId },
});

/** A PDF; null where the answer has none. Opened in the trail: needs a writing transaction. */
export async function openPack(
  tx: Tx,
  identity: Identity,
  { id, packSealed: sealed, payerAccountId: subjectId }: DisputeAnswer,
): Promise<Buffer | null> {
  if (!sealed || !subjectId) return null;
  const purpose = 'dispute_evidence';
  const base64 = await identity.open(tx, { subjectId, place: packPlace(id), sealed, purpose });
  return Buffer.from(base64, 'base64');
}
