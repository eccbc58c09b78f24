import type { VNode } from 'preact';

/** What a handler returns to redirect after a post: 303. */
export class SeeOther {
  constructor(readonly url: string) {}
}

/** The same from a guard, which cannot return an answer. */
export class SeeOtherInstead extends Error {
  constructor(readonly url: string) {
    super('redirected');
  }
}

/** A page with a status of its own: 422 for a form with errors, 409 for a wrong state. */
export class PageWithStatus {
  constructor(
    readonly status: number,
    readonly page: VNode,
  ) {}
}

/** What was typed is wrong: the same page again, 422. */
export const invalid = (page: VNode) => new PageWithStatus(422, page);

/**
 * A path of this site out of what a request claims, for "go on where you were". Anything that a
 * browser could read as another origin becomes the fallback.
 */
export function localPath(claimed: unknown, fallback = '/'): string {
  if (typeof claimed !== 'string' || claimed.length > 2000) return fallback;
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(claimed) || claimed.includes('\\')) return fallback;
  const url = new URL(claimed, 'http://local.invalid');
  // A path like /.//evil.example is made //evil.example by normalisation: check what is sent.
  const path = url.pathname + url.search + url.hash;
  return url.host === 'local.invalid' && !path.startsWith('//') ? path : fallback;
}
