// The books as each login meets them: its connections, and statements in somebody's name.
import pg from 'pg';
import type { Login } from '../../tools/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { aToken } from '../support/signed-in.ts';
import { bigints, idOf } from './names.ts';

export type Row = Record<string, unknown>;

export class BooksDoor {
  private readonly pools = new Map<Login, pg.Pool>();

  protected constructor(readonly database: TestDatabase) {}

  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.end()));
    await this.database.drop();
  }

  pool(login: Login): pg.Pool {
    const connectionString = this.database.url(login);
    const known = this.pools.get(login);
    if (known !== undefined) return known;
    const pool = new pg.Pool({ connectionString, types: bigints, max: 20 });
    pool.on('error', () => undefined); // dropping the database may meet a connection that is closing
    this.pools.set(login, pool);
    return pool;
  }

  async rows(login: Login, sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.pool(login).query<Row>(sql, values)).rows;
  }

  /** The first column of the first row. */
  async value(login: Login, sql: string, values: unknown[] = []): Promise<unknown> {
    return Object.values((await this.rows(login, sql, values))[0] ?? {})[0];
  }

  /** One statement in a transaction whose context names this person. */
  async inTheNameOf(person: string, sql: string, values: unknown[], login: Login = 'officer') {
    const client = await this.pool(login).connect();
    try {
      await client.query('begin');
      // Only the officer's site speaks for people; others say what they like, and it means nothing.
      if (login === 'officer') {
        const token = await aToken(this.database.admin, idOf(person), 'staff');
        await client.query(`select app.enter($1, 'staff', $2)`, [token, idOf(person)]);
      } else {
        await client.query(`select set_config('app.actor', $1, true)`, [idOf(person)]);
      }
      const { rowCount } = await client.query(sql, values);
      await client.query('commit');
      return rowCount;
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  }
}
