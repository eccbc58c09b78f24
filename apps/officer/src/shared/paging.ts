import { afterFrom, type After } from '#platform';

const PAGE_MAX = 100_000;

/** The page that an address asks for, from 1; anything else is the first. */
const pageOf = (claimed: unknown): number => {
  const page = typeof claimed === 'string' && /^\d{1,6}$/.test(claimed) ? Number(claimed) : 1;
  return Math.min(Math.max(page, 1), PAGE_MAX);
};

/** Which page of a list an address asks for, and where that list begins; ids are uuids but of events. */
export const wishOf = (
  query: Readonly<Record<string, unknown>>,
  isId?: (id: string) => boolean,
): { page: number; after: After | null } => ({
  page: pageOf(query.page),
  after: afterFrom(query.after, isId),
});

/** An address with its filters, without the empty ones: every list that is shown has its own. */
export function addressOf(path: string, query: Readonly<Record<string, string | number>>): string {
  const kept = Object.entries(query).filter(([, value]) => value !== '' && value !== 1);
  const text = new URLSearchParams(kept.map(([name, value]) => [name, `${value}`])).toString();
  return text ? `${path}?${text}` : path;
}
