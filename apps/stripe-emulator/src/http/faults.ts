/** What may go wrong with a call on purpose, before it has an effect or after. */
import { ApiError, type ErrorFields } from './errors.ts';

export const WAYS = ['error', 'hang', 'reset', 'wrong_body'] as const;
export const STATUSES = [409, 429, 500, 502, 503] as const;

export interface Fault {
  /** An error in Stripe's form, no answer at all, a cut connection, or a body that is not Stripe's. */
  does: (typeof WAYS)[number];
  when: 'before' | 'after';
  /** Of an error. */
  status: (typeof STATUSES)[number];
  /** Undefined: any. A path ends in * to stand for all that begin so. */
  method?: string | undefined;
  path?: string | undefined;
  /** How many calls it still strikes. */
  times: number;
}

export class Faults {
  #planned: Fault[] = [];

  plan(fault: Fault): void {
    this.#planned.push(fault);
  }

  all(): readonly Fault[] {
    return this.#planned;
  }

  clear(): void {
    this.#planned = [];
  }

  /** The first fault that is meant for this call; it strikes once less. */
  take(method: string, path: string): Fault | undefined {
    const fault = this.#planned.find((one) => isMeant(one, method, path));
    if (fault) fault.times -= 1;
    this.#planned = this.#planned.filter(({ times }) => times > 0);
    return fault;
  }
}

function isMeant({ method, path }: Fault, called: string, at: string): boolean {
  if (method && method !== called) return false;
  return !path || (path.endsWith('*') ? at.startsWith(path.slice(0, -1)) : path === at);
}

const RATE: ErrorFields = {
  code: 'rate_limit',
  message: 'Request rate limit exceeded. You can learn more about rate limits in the docs.',
  type: 'invalid_request_error',
};
const LOCKED: ErrorFields = {
  code: 'lock_timeout',
  message: 'This object cannot be accessed right now because another request is accessing it.',
  type: 'invalid_request_error',
};
const BROKEN: ErrorFields = { message: 'An unknown error occurred.', type: 'api_error' };

/** The error that a fault answers with. Only a broken call is kept under its key, and said again. */
export function errorOf({ status }: Fault): ApiError {
  const error = new ApiError(status, status === 429 ? RATE : status === 409 ? LOCKED : BROKEN);
  error.isRemembered = status >= 500;
  return error;
}
