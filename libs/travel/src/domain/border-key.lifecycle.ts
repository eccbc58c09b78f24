import { defineLifecycle, ok, refused, type EventOf, type Result, type StateOf } from '#kernel';

/** At most so many of one border system's keys are accepted at once: the old one and the next. */
const ACTIVE_KEYS_MAX = 2;

/** The public half of a key that a border system signs its calls with. */
export const borderKeyLifecycle = defineLifecycle({
  name: 'border key',
  initial: 'active',
  states: {
    active: { public: 'accepted' },
    retired: { public: 'not_accepted' },
    revoked: { public: 'not_accepted' },
  },
  edges: [
    {
      event: 'retired',
      from: ['active'],
      to: 'retired',
      by: ['administrator'],
      guard: 'another key of the border system is accepted; what was signed before still counts',
    },
    {
      event: 'revoked',
      from: ['active', 'retired'],
      to: 'revoked',
      by: ['administrator'],
      guard: 'one person is enough; nothing that it signed counts any more',
    },
  ],
});
export type BorderKeyState = StateOf<typeof borderKeyLifecycle>;
export type BorderKeyEvent = EventOf<typeof borderKeyLifecycle>;

interface KeyFacts {
  readonly id: string;
  readonly state: BorderKeyState;
}

/** Whether a key may end so. The last one that is accepted is not retired by mistake: it is revoked. */
export function mayEndKey(
  keys: readonly KeyFacts[],
  id: string,
  event: BorderKeyEvent,
): Result<BorderKeyState, 'unknown_key' | 'wrong_state' | 'last_key'> {
  const key = keys.find((one) => one.id === id);
  if (!key) return refused('unknown_key');
  const next = borderKeyLifecycle.next(key.state, event);
  if (!next.ok) return refused('wrong_state');
  const others = keys.filter((one) => one.id !== id && one.state === 'active');
  return event === 'retired' && others.length === 0 ? refused('last_key') : ok(next.value);
}

/** Whether a border system may be given one more key. */
export const mayAddKey = (
  client: { readonly state: 'active' | 'blocked' },
  keys: readonly Pick<KeyFacts, 'state'>[],
): Result<true, 'client_blocked' | 'enough_keys'> => {
  if (client.state !== 'active') return refused('client_blocked');
  const active = keys.filter((key) => key.state === 'active').length;
  return active < ACTIVE_KEYS_MAX ? ok(true) : refused('enough_keys');
};
