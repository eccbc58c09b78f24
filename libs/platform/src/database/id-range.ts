/** Ids from the first to the last, both included. */
export interface IdRange {
  readonly first: string;
  readonly last: string;
}

export const FIRST_ID = '00000000-0000-0000-0000-000000000000';
export const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** The next id that there could be, so that no range leaves one out; null behind the last. */
export function idAfter(id: string): string | null {
  if (id === LAST_ID) return null;
  const digits = (BigInt(`0x${id.replaceAll('-', '')}`) + 1n).toString(16).padStart(32, '0');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
