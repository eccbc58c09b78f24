import type { Instant, PlainDate } from '#kernel';
import type { MovementKind } from './movement.lifecycle.ts';

/** Why a stored record is not believed; it is set aside with this code and no rule ever uses it. */
export const proofFaults = [
  /** Nobody who reported it is let in any more. */
  'client_blocked',
  /** Without the token or the body: not stored by the way that records take. */
  'not_signed',
  /** The key that signed it was revoked since. */
  'key_revoked',
  /** The token is not the client's, not for us, not of that moment or not of this body. */
  'signature_invalid',
  /** The body that was signed has no such item. */
  'not_as_signed',
  /** People brought it in, and not two of them stand behind it. */
  'not_confirmed',
] as const;
export type ProofFault = (typeof proofFaults)[number];

/** All of a record that a rule may look at. */
export interface RecordFacts {
  readonly recordId: string;
  readonly kind: MovementKind;
  readonly portCode: string;
  readonly happenedAt: Instant;
  readonly authorisedUntil: PlainDate | null;
  /** The earlier record that it corrects or deletes, by the border system's id. */
  readonly corrects: string | null;
  readonly documentState: string;
  readonly documentToken: Buffer;
}

/** One text for the same facts, signed or stored; the database keeps milliseconds. */
export const factsLine = (f: RecordFacts): string =>
  JSON.stringify([
    ...[f.recordId, f.kind, f.portCode, f.happenedAt.epochMilliseconds],
    ...[f.authorisedUntil?.toString() ?? null, f.documentState, f.documentToken.toString('hex')],
    f.corrects,
  ]);

export type BatchProof =
  | { readonly fault: ProofFault }
  | { readonly clientId: string; readonly lines: ReadonlySet<string> };

/** What is wrong with a stored record, by what was proved of its batch; null when nothing is. */
export function faultOf(
  movement: RecordFacts & { readonly clientId: string | null },
  proof: BatchProof,
): ProofFault | null {
  if ('fault' in proof) return proof.fault;
  const isSigned = movement.clientId === proof.clientId && proof.lines.has(factsLine(movement));
  return isSigned ? null : 'not_as_signed';
}
