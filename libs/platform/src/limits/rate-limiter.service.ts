import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export interface Taken {
  readonly allowed: boolean;
  /** How many the window has had, with this one. */
  readonly taken: number;
  /** Whole seconds until the window ends; 0 when allowed. */
  readonly retryAfterSeconds: number;
}

/**
 * Counts tries per key in fixed windows, in the database so that it holds across processes.
 * Counted outside the caller's transaction: a refused or failed try must count too.
 */
@Injectable()
export class RateLimiter {
  constructor(private readonly source: DataSource) {}

  async take(key: string, points: number, seconds: number): Promise<Taken> {
    const [row] = await this.source.query<{ points: number; left: number }[]>(
      `insert into rate_limit as r (key, points, window_ends)
       values ($1, 1, now() + make_interval(secs => $2))
       on conflict (key) do update set
         points = case when r.window_ends <= now() then 1 else r.points + 1 end,
         window_ends = case when r.window_ends <= now() then excluded.window_ends
                            else r.window_ends end
       returning points, ceil(extract(epoch from window_ends - now()))::int as left`,
      [key, seconds],
    );
    if (!row) throw new Error('a rate limit was not counted');
    const allowed = row.points <= points;
    return { allowed, taken: row.points, retryAfterSeconds: allowed ? 0 : row.left };
  }
}
