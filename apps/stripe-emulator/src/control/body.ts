/** What control routes are asked: JSON or a form. */
import type { FastifyRequest } from 'fastify';

import { invalid, noSuch } from '../http/errors.ts';
import { decodeForm, type Params } from '../http/params.ts';
import { bodyText } from '../http/server.ts';
import type { Kind, Kinds } from '../state/kinds.ts';
import type { World } from '../world.ts';

export type WithId = FastifyRequest<{ Params: { id: string } }>;

export function bodyOf(request: FastifyRequest): Params {
  const text = bodyText(request);
  if (!text.trimStart().startsWith('{')) return decodeForm(text);
  try {
    return JSON.parse(text) as Params;
  } catch {
    throw invalid('The body is not valid JSON.');
  }
}

export function textOf(body: Params, name: string): string | undefined {
  const value = body[name];
  return typeof value === 'string' ? value : undefined;
}

export const isTrue = (body: Params, name: string) => String(body[name]) === 'true';

export function wholeNumber(body: Params, name: string, least: number, most: number): number {
  const value = Number(body[name]);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw invalid(`${name} must be a whole number from ${least} to ${most}.`, name);
}

/** The row that the address names, in one of the statuses from which it can be moved. */
export function movable<K extends Kind>(
  { store }: World,
  kind: K,
  id: string,
  from: readonly string[],
): Kinds[K] {
  const row = store.get(kind, id);
  if (!row) throw noSuch(kind, id, 'id');
  const status = String((row as { status?: unknown }).status);
  if (from.includes(status)) return row;
  throw invalid(`${id} is ${status}; it must be ${from.join(' or ')}.`, 'id');
}
