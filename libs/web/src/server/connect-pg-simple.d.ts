// The package brings no types; DefinitelyTyped's would pull in Express.
declare module 'connect-pg-simple' {
  import type { Pool } from 'pg';
  import type { SessionStore } from '@fastify/session';
  interface Options {
    pool: Pool;
    tableName?: string;
    schemaName?: string;
    /** Seconds that a row lives after it was last written. */
    ttl?: number;
    pruneSessionInterval?: number | false;
    errorLog?: (...args: unknown[]) => void;
  }
  export default function connect(session: {
    Store: unknown;
  }): new (options: Options) => SessionStore;
}
