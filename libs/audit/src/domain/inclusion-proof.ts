import { isoDay } from '#kernel';
import type { DaySeal } from './day-seal.ts';
import { leafOf, rootBy, type Watched } from './merkle.ts';

/** That a row is in the seal of its day. */
export interface InclusionProof extends Watched {
  readonly seal: DaySeal;
  readonly leaf: Uint8Array;
  /** The row as it was sealed; null for whom it does not concern. */
  readonly content: string | null;
}

const FORMAT = 'visa-bond-inclusion-proof/1';
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The leaf is the row's, where the row is shown, and leads to the day's root. */
export function holds({ seal, leaf, content, place, path }: InclusionProof): boolean {
  const root = rootBy(leaf, { place, path }, seal.leaves);
  const isOfRow = content === null || hex(leafOf(content)) === hex(leaf);
  return isOfRow && root !== null && hex(root) === seal.root;
}

/** What is handed out; verify-seals.mjs reads it. */
export function proofFileOf({ seal, leaf, content, place, path }: InclusionProof): string {
  const { day, leaves, root, previous, seal: sealed } = seal;
  const proof = {
    ...{ format: FORMAT, day: isoDay(day), leaves, root, previous, seal: sealed },
    ...{ place, leaf: hex(leaf), path: path.map(hex), ...(content !== null && { content }) },
  };
  return `${JSON.stringify(proof, null, 2)}\n`;
}
