const IDS_A_VALUE = 6;

/** The most that one entry of the trail can name. */
export const LISTED_MAX = 50;

/** Who was seen together, as the details of one entry: ids without hyphens, six to a value. */
export function listedIds(ids: readonly string[]): Record<string, string> {
  if (ids.length > LISTED_MAX) throw new RangeError('more than one entry of the trail can name');
  const bare = ids.map((id) => id.replaceAll('-', ''));
  const details: Record<string, string> = {};
  for (let i = 0; i < bare.length; i += IDS_A_VALUE) {
    details[`ids${i / IDS_A_VALUE + 1}`] = bare.slice(i, i + IDS_A_VALUE).join('.');
  }
  return details;
}
