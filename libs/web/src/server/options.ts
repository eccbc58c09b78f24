import type { SessionStore as Store } from '@fastify/session';
import type { AccountSessions } from './account-sessions.ts';
import type { ShellData, ShellView, Site } from '../page/view.ts';
import type { AnyText, Lang } from '../text/texts.ts';

export interface WebOptions {
  readonly site: Site;
  /** Served over HTTPS: Secure and __Host- cookies, HSTS. False only on a developer's machine. */
  readonly secure: boolean;
  /** Signs the session cookie; at least 32 characters. */
  readonly sessionSecret: string;
  /** Where sessions are kept: the process's own login to PostgreSQL, or a store (tests). */
  readonly sessions: { readonly databaseUrl: string } | { readonly store: SessionStore };
  readonly idleMinutes: number;
  readonly absoluteHours: number;
  /** Origins a form may lead to by redirect: the processor's hosted checkout. */
  readonly checkoutOrigins?: readonly string[];
  /** Folder that buildAssets wrote: dist/assets. */
  readonly assetsDir: string;
  readonly texts: { textFor(lang: Lang): AnyText };
  /** What surrounds the pages. Called for each page; must not wait for anything. */
  readonly shell?: (view: Omit<ShellView, 'shell' | 'csrf'>) => ShellData;
  /** Real time in milliseconds, for sessions. */
  readonly now?: () => number;
}
export type SessionStore = Store;

/** What guards, filters and views find on the server instance. */
interface WebContext {
  readonly options: WebOptions;
  readonly asset: (name: string) => string;
  readonly now: () => number;
  readonly accounts: AccountSessions;
}

declare module 'fastify' {
  interface FastifyInstance {
    web: WebContext;
  }
}
