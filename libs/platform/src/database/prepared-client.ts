import pg from 'pg';

// Each costs the server memory for as long as the connection lives.
const PREPARED_MAX = 300;

export type Send = (query: unknown, values?: unknown, ...rest: unknown[]) => unknown;

/**
 * A connection that prepares every statement that comes with its values, were there none, once and
 * names it from then on. Under row-level security planning takes longer than running: it was two
 * thirds of the server's time when bonds became held (bench/RESULTS.md). Left to itself, the server
 * plans a statement with an array anew each time; here it plans none twice. So what a partial index
 * has to see stands in the text as literals (in-states.ts), not in parameters.
 */
export class PreparedClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super({ options: '-c plan_cache_mode=force_generic_plan', ...config });
    const send = this.query.bind(this) as Send;
    const names = new Map<string, string>();
    const nameOf = (text: string): string | undefined => {
      if (!names.has(text) && names.size < PREPARED_MAX) names.set(text, `s${names.size}`);
      return names.get(text);
    };
    const query: Send = (text, values, ...rest) => {
      const isStatement = typeof text === 'string' && Array.isArray(values);
      const name = isStatement ? nameOf(text) : undefined;
      return name ? send({ name, text, values }, ...rest) : send(text, values, ...rest);
    };
    Object.assign(this, { query });
  }
}
