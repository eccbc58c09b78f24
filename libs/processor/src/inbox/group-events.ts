import { handlingOf } from '../domain/event-types.ts';
import type { LookUp } from './fact-reader.service.ts';
import type { ClaimedEvent } from './inbox.store.ts';

export interface EventGroup {
  readonly look: LookUp;
  readonly events: readonly ClaimedEvent[];
}

export interface Sorted {
  /** Chosen to ignore. */
  readonly nothing: readonly ClaimedEvent[];
  /** For a person, each with why. */
  readonly desk: readonly { readonly event: ClaimedEvent; readonly problem: string }[];
  /** Events about one object: it is fetched once. */
  readonly groups: readonly EventGroup[];
}

/** What is to be done with a batch. */
export function sortEvents(events: readonly ClaimedEvent[]): Sorted {
  const nothing: ClaimedEvent[] = [];
  const desk: { event: ClaimedEvent; problem: string }[] = [];
  const groups = new Map<string, { look: LookUp; events: ClaimedEvent[] }>();
  for (const event of events) {
    const handling = handlingOf(event.type);
    if (handling === 'nothing') nothing.push(event);
    else if (handling === 'desk') desk.push({ event, problem: 'needs_a_person' });
    else if (handling === 'unknown') desk.push({ event, problem: 'unknown_type' });
    else if (event.objectId === null) desk.push({ event, problem: 'no_object' });
    else add(groups, handling, event.objectId, event);
  }
  return { nothing, desk, groups: [...groups.values()] };
}

function add(
  groups: Map<string, { look: LookUp; events: ClaimedEvent[] }>,
  handling: LookUp['handling'],
  objectId: string,
  event: ClaimedEvent,
): void {
  const key = `${handling} ${objectId}`;
  const known = groups.get(key);
  if (!known) {
    const { ourId, createdAt } = event;
    groups.set(key, { look: { handling, objectId, ourId, newsAt: createdAt }, events: [event] });
    return;
  }
  known.events.push(event);
  const newsAt = event.createdAt > known.look.newsAt ? event.createdAt : known.look.newsAt;
  known.look = { ...known.look, ourId: known.look.ourId ?? event.ourId, newsAt };
}
