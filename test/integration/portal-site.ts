// The portal in-process and people with browsers at it: cookies, tokens and forms as a browser has.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '#platform';
import { createPortal } from '../../apps/portal/src/portal.app.ts';
import { testConfig } from '../support/app.ts';
import type { TestDatabase } from '../support/database.ts';

export const PASSWORD = 'a walk along the Niger at dusk';
let people = 0;

export interface Answer {
  readonly status: number;
  readonly to: string | undefined;
  readonly html: string;
  readonly headers: Readonly<Record<string, unknown>>;
  /** What a person reads, without markup. */
  readonly words: string;
}

export async function startPortal(
  db: TestDatabase,
  env: Record<string, string> = {},
): Promise<NestFastifyApplication> {
  const config: Config = testConfig(db.url('portal'), env);
  const app = await createPortal(config);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

const wordsOf = (html: string) =>
  html
    .replace(/<head>.*?<\/head>/s, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim();

/** One browser. */
export class Visitor {
  private readonly jar = new Map<string, string>();
  accountId = '';
  contactPointId = '';

  constructor(
    readonly app: NestFastifyApplication,
    readonly db: TestDatabase,
    readonly address = '192.0.2.1',
  ) {}

  get(url: string): Promise<Answer> {
    return this.ask('GET', url);
  }

  /** Fills in the form of a page and sends it; the token comes out of that page. */
  async post(url: string, values: Record<string, string> = {}, page = url): Promise<Answer> {
    const shown = await this.get(page);
    const token = /name="_csrf" value="([^"]+)"/.exec(shown.html)?.[1] ?? '';
    return this.ask('POST', url, new URLSearchParams({ _csrf: token, ...values }).toString());
  }

  /** A POST as another site could make it: without our token. */
  postBlind(url: string): Promise<Answer> {
    return this.ask('POST', url, 'a=b');
  }

  private async ask(method: 'GET' | 'POST', url: string, payload?: string): Promise<Answer> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.app.inject({
      method,
      url,
      remoteAddress: this.address,
      headers: {
        cookie,
        'accept-language': 'en',
        ...(payload !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(payload !== undefined && { payload }),
    });
    for (const { name, value } of answer.cookies) this.jar.set(name, value);
    const html = answer.body;
    return {
      status: answer.statusCode,
      to: answer.headers.location,
      html,
      headers: answer.headers,
      words: wordsOf(html),
    };
  }

  /** Makes an account through the pages; the code is read where the mail would be made from. */
  async signUp(email = `traveller${++people}@example.org`): Promise<{ email: string }> {
    const begun = await this.post('/sign-up', { email, password: PASSWORD });
    const id = new URL(begun.to ?? '', 'http://x').searchParams.get('id') ?? '';
    const { rows } = await this.db.admin.query<{ code: string }>(
      `select m.params->>'code' as code from mail m join sign_up s using (contact_point_id)
       where s.id = $1`,
      [id],
    );
    const code = rows[0]?.code ?? '';
    const done = await this.post('/sign-up/code', { id, code }, begun.to);
    if (done.to !== '/cases') throw new Error(`sign-up ended at ${done.status} ${done.words}`);
    const found = await this.db.admin.query<{ id: string; contact: string }>(
      'select id, contact_point_id as contact from account order by created_at desc limit 1',
    );
    this.accountId = found.rows[0]!.id;
    this.contactPointId = found.rows[0]!.contact;
    return { email };
  }
}
