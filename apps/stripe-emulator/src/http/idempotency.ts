/** Idempotency keys: the first answer is kept for a day and given again, byte for byte. */
import type { StoredAnswer } from '../state/kinds.ts';
import type { World } from '../world.ts';
import { ApiError, invalid } from './errors.ts';

const LONGEST_KEY = 255;
const KEPT_MS = 24 * 60 * 60 * 1000;

export class IdempotencyKeys {
  readonly #world: World;
  readonly #inUse = new Set<string>();

  constructor(world: World) {
    this.#world = world;
  }

  /** Claims the key for one call, or returns the answer that an earlier call got under it. */
  claim(key: string, path: string, params: string): StoredAnswer | undefined {
    if (key.length > LONGEST_KEY) {
      throw unremembered(invalid(`Idempotency keys can have at most ${LONGEST_KEY} characters.`));
    }
    if (this.#inUse.has(key)) throw inUse(key);
    const earlier = this.#world.store.get('emulator.answer', key);
    if (earlier && this.#world.clock.nowMs() - earlier.atMs < KEPT_MS) {
      if (earlier.path !== path) throw otherUse(key, `endpoint (${earlier.path})`);
      if (earlier.params !== params) throw otherUse(key, 'parameters');
      return earlier;
    }
    this.#inUse.add(key);
    return undefined;
  }

  release(key: string): void {
    this.#inUse.delete(key);
  }

  /** Keeps an answer; inside the transaction of the call itself where there is one. */
  remember(answer: Omit<StoredAnswer, 'atMs'>): void {
    this.#world.store.put('emulator.answer', { ...answer, atMs: this.#world.clock.nowMs() });
  }
}

/** Drops the keys that are past their day. */
export function forgetOldKeys({ store, clock }: World): void {
  const isOld = (answer: StoredAnswer) => clock.nowMs() - answer.atMs >= KEPT_MS;
  store.transaction(() => {
    for (const { id } of store.all('emulator.answer').filter(isOld)) {
      store.remove('emulator.answer', id);
    }
  });
}

function inUse(key: string): ApiError {
  return unremembered(
    new ApiError(409, {
      code: 'idempotency_key_in_use',
      message: `Another request with the idempotency key ${key} is still in progress.`,
      type: 'idempotency_error',
    }),
  );
}

function otherUse(key: string, what: string): ApiError {
  return unremembered(
    new ApiError(400, {
      message:
        `Keys for idempotent requests can only be used with the same ${what} they were first ` +
        `used with. Try using a key other than '${key}' if you meant to execute a different request.`,
      type: 'idempotency_error',
    }),
  );
}

function unremembered(error: ApiError): ApiError {
  error.isRemembered = false;
  return error;
}
