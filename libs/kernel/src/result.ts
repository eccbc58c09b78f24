/**
 * The answer of a use case: a value, or a refusal that was expected and that a page can explain.
 * Exceptions are for bugs and broken infrastructure only.
 */
export type Result<T, C extends string = string> = Ok<T> | Refused<C>;
export type Ok<T> = { readonly ok: true; readonly value: T };
export type Refused<C extends string = string> = {
  readonly ok: false;
  /** Why, as a code that texts and tests know. */
  readonly code: C;
  /** What the explanation needs: names of fields, dates, amounts as text. */
  readonly detail?: Readonly<Record<string, string>>;
};

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });

export const refused = <C extends string>(
  code: C,
  detail?: Readonly<Record<string, string>>,
): Refused<C> => (detail ? { ok: false, code, detail } : { ok: false, code });

/** True for any refused Result, whatever it would have carried. */
export const isRefused = (r: unknown): r is Refused =>
  typeof r === 'object' && r !== null && 'ok' in r && r.ok === false && 'code' in r;

/** For callers to whom a refusal would be a bug. */
export function mustBeOk<T>(r: Result<T>): T {
  if (r.ok) return r.value;
  throw new Error(`refused: ${r.code} ${JSON.stringify(r.detail ?? {})}`);
}
