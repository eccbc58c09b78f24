// The api as its callers see it: machines that sign what they send.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApi } from '../../apps/api/src/api.app.ts';
import { testConfig } from './app.ts';
import { freshDatabase, oracleIsClean, type TestDatabase } from './database.ts';

/** What inject answers. */
interface Answer {
  readonly statusCode: number;
  json<T>(): T;
}

export class ApiSite {
  private constructor(
    readonly db: TestDatabase,
    readonly app: NestFastifyApplication,
  ) {}

  static async start(env: Record<string, string> = {}): Promise<ApiSite> {
    const db = await freshDatabase();
    const app = await createApi(testConfig(db.url('api'), { LOG_LEVEL: 'silent', ...env }));
    app.useLogger(false);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new ApiSite(db, app);
  }

  /** Closes everything and returns what the oracle complains of. */
  async stop(): Promise<string[]> {
    const complaints = await oracleIsClean(this.db.adminUrl);
    await this.app.close();
    await this.db.drop();
    return complaints;
  }

  async rows(sql: string): Promise<Record<string, unknown>[]> {
    return (await this.db.admin.query<Record<string, unknown>>(sql)).rows;
  }

  async count(table: string): Promise<number> {
    return Number((await this.rows(`select count(*) from ${table}`))[0]!['count']);
  }

  post(url: string, payload: string, headers: Record<string, string>) {
    const type = { 'content-type': 'application/json' };
    return this.app.inject({ method: 'POST', url, headers: { ...type, ...headers }, payload });
  }
}

/** Status and code of an answer that refuses. */
export const refusal = (answer: Answer): [number, string] => [
  answer.statusCode,
  answer.json<{ error: { code: string } }>().error.code,
];
