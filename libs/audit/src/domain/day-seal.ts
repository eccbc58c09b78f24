import { isoDay, sha256, type PlainDate } from '#kernel';

/** What one day's rows come to, chained to the day before. Hashes in hexadecimal. */
export interface DaySeal {
  readonly day: PlainDate;
  readonly leaves: number;
  readonly root: string;
  /** The seal of the day before; zeros before the first. */
  readonly previous: string;
  readonly seal: string;
}

const FORMAT = 'visa-bond-day-seal/1';
export const NO_SEAL = '0'.repeat(64);
// Neither a leaf nor a node of a tree.
const CHAIN = Uint8Array.of(2);

/** The last one before it is what the next is chained to. */
export function sealDay(
  { day, leaves, root }: Pick<DaySeal, 'day' | 'leaves' | 'root'>,
  previous: string,
): DaySeal {
  const count = Buffer.alloc(8);
  count.writeBigUInt64BE(BigInt(leaves));
  const named = Buffer.from(isoDay(day), 'utf8');
  const hashes = [previous, root].map((hash) => Buffer.from(hash, 'hex'));
  const seal = sha256(CHAIN, hashes[0]!, named, count, hashes[1]!).toString('hex');
  return { day, leaves, root, previous, seal };
}

/** The file that is published: the same bytes whenever it is written. */
export const fileOf = ({ day, leaves, root, previous, seal }: DaySeal): string =>
  `${JSON.stringify({ format: FORMAT, day: isoDay(day), leaves, root, previous, seal }, null, 2)}\n`;

export const fileNameOf = (day: PlainDate): string => `${isoDay(day)}.json`;
