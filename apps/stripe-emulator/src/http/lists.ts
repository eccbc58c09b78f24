/** Cursor lists: newest first, a page of 1 to 100 before or after an object. */
import { invalid, noSuch } from './errors.ts';

const PAGE = 10;
const LONGEST_PAGE = 100;

export interface List<T> {
  object: 'list';
  data: T[];
  has_more: boolean;
  url: string;
}

export interface ListParams {
  limit?: number;
  starting_after?: string;
  ending_before?: string;
  created?: number | { gt?: number; gte?: number; lt?: number; lte?: number };
}

export function listOf<T>(data: T[], url: string): List<T> {
  return { object: 'list', data, has_more: false, url };
}

/** `rows` as the store has them, oldest first, already filtered. */
export function page<T extends { id: string; object: string; created?: number }>(
  rows: T[],
  params: ListParams,
  url: string,
): List<T> {
  const { limit = PAGE, starting_after: after, ending_before: before } = params;
  checkLimit(limit);
  if (after && before) {
    throw invalid('You can only use one of ending_before or starting_after.', 'ending_before');
  }
  const newestFirst = rows.filter((row) => isInRange(row.created, params.created)).reverse();
  const place = after ?? before;
  const at = place === undefined ? -1 : newestFirst.findIndex((row) => row.id === place);
  if (place !== undefined && at < 0) {
    throw noSuch('object', place, after ? 'starting_after' : 'ending_before', 400);
  }
  if (before) {
    const start = Math.max(0, at - limit);
    return { object: 'list', data: newestFirst.slice(start, at), has_more: start > 0, url };
  }
  const data = newestFirst.slice(at + 1, at + 1 + limit);
  return { object: 'list', data, has_more: newestFirst.length > at + 1 + data.length, url };
}

function checkLimit(limit: number): void {
  const isTooLarge = limit > LONGEST_PAGE;
  if (!isTooLarge && limit >= 1 && Number.isInteger(limit)) return;
  const words = isTooLarge ? `less than or equal to ${LONGEST_PAGE}` : 'greater than or equal to 1';
  throw invalid(`This value must be ${words}.`, 'limit', 'parameter_invalid_integer');
}

function isInRange(created: number | undefined, range: ListParams['created']): boolean {
  if (range === undefined || created === undefined) return true;
  if (typeof range === 'number') return created === range;
  const { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity } = range;
  return created > gt && created >= gte && created < lt && created <= lte;
}
