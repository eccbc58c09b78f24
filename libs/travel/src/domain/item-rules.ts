import { Temporal, type Instant } from '#kernel';
import type { MovementKind } from './movement.lifecycle.ts';

// Clocks of border posts may be a little ahead of ours.
export const AHEAD_MINUTES_MAX = 5;
export const OLDEST = Temporal.Instant.from('2025-10-01T00:00:00Z'); // before the first bond programme

interface Problem {
  readonly field: string;
  readonly message: string;
}

/** What an item may not say although each of its fields is well formed. */
export function itemProblems(
  item: {
    readonly recordId: string;
    readonly corrects: string | null;
    readonly kind: MovementKind;
    readonly port: string;
    readonly happenedAt: Instant;
    readonly authorisedUntil: Temporal.PlainDate | null;
  },
  client: { readonly ports: readonly string[] },
  now: Instant,
): Problem[] {
  const problems: Problem[] = [];
  const say = (field: string, message: string) => problems.push({ field, message });
  const latest = now.add({ minutes: AHEAD_MINUTES_MAX });
  if (!client.ports.includes(item.port)) {
    say('port', `must be one of the ports you report for: ${client.ports.join(', ')}`);
  }
  if (Temporal.Instant.compare(item.happenedAt, latest) > 0) {
    say('happenedAt', 'must not be in the future');
  }
  if (Temporal.Instant.compare(item.happenedAt, OLDEST) < 0) {
    say('happenedAt', 'must not be before 2025-10-01');
  }
  if (item.kind === 'deleted' && item.corrects === null) {
    say('corrects', 'must be given: the recordId of the record that is deleted');
  }
  if (item.corrects === item.recordId) say('corrects', 'must be another record than this one');
  if (item.authorisedUntil === null) return problems;
  if (item.kind !== 'admitted') {
    say('authorisedUntil', 'must be left out unless kind is admitted');
  } else if (item.authorisedUntil.toString() < dayBefore(item.happenedAt.epochMilliseconds)) {
    say('authorisedUntil', 'must not be before the admission');
  }
  return problems;
}

const DAY_MS = 86_400_000;

/**
 * YYYY-MM-DD, which compares as text. The port's zone is not known here; a day of slack never refuses a
 * true record.
 */
export const dayBefore = (epochMs: number): string =>
  new Date(epochMs - DAY_MS).toISOString().slice(0, 10);
