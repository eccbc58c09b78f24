// The portal in-process and people with browsers at it: cookies, tokens and forms as a browser has.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '#platform';
import { createPortal } from '../../apps/portal/src/portal.app.ts';
import { testConfig } from './app.ts';
import type { TestDatabase } from './database.ts';
import { answersOf, aTraveller, type Traveller } from './traveller.ts';

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

  /** The same browser at another process of the portal: sessions hold across them. */
  adopt(other: Visitor): void {
    for (const [name, value] of other.jar) this.jar.set(name, value);
  }

  /** Puts a cookie into this browser. */
  keep(name: string, value: string): void {
    this.jar.set(name, value);
  }

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

  /** Sends what an opened page holds, as its browser would: with everything hidden in it. */
  send(opened: Answer, url: string, values: Record<string, string>, page = url): Promise<Answer> {
    const hidden = [...opened.html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const body = {
      ...Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value])),
      ...values,
    };
    return this.ask('POST', url, new URLSearchParams(body).toString(), {
      'sec-fetch-site': 'same-origin',
      referer: `https://portal.example${page}`,
    });
  }

  private async ask(
    method: 'GET' | 'POST',
    url: string,
    payload?: string,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.app.inject({
      method,
      url,
      remoteAddress: this.address,
      headers: {
        cookie,
        'accept-language': 'en',
        ...headers,
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

  /** The code that was mailed for what this browser is about, where the mail is made from. */
  async codeFor(errand: string): Promise<string> {
    const [id] = (this.jar.get(errand) ?? '').split('.');
    const { rows } = await this.db.admin.query<{ code: string }>(
      `select m.params->>'code' as code from mail m join mailed_code c using (contact_point_id)
       where c.id = $1`,
      [id],
    );
    return rows[0]?.code ?? '';
  }

  /** Makes an account through the pages; the code is read where the mail would be made from. */
  async signUp(email = `traveller${++people}@example.org`): Promise<{ email: string }> {
    await this.post('/sign-up', { email });
    await this.post('/sign-up/code', { code: await this.codeFor('sign-up') });
    const done = await this.post('/sign-up/password', { password: PASSWORD });
    if (done.to !== '/cases') throw new Error(`sign-up ended at ${done.status} ${done.words}`);
    const found = await this.db.admin.query<{ id: string; contact: string }>(
      'select id, contact_point_id as contact from account order by created_at desc limit 1',
    );
    this.accountId = found.rows[0]!.id;
    this.contactPointId = found.rows[0]!.contact;
    return { email };
  }
}

/** Opens a case of the Malian programme in Washington; answers with its reference. */
export async function openCase(visitor: Visitor): Promise<string> {
  const { rows } = await visitor.db.admin.query<{ id: string }>(
    `select id from consulate where programme_code = 'mali-us' and city = 'Washington'`,
  );
  const values = { programme: 'mali-us', consulate: rows[0]!.id };
  const opened = await visitor.post('/cases/new', values);
  if (opened.status !== 303) throw new Error(`the case was not opened: ${opened.words}`);
  return opened.to!.replace('/cases/', '');
}

/** Fills in every page of a draft. */
export async function fillIn(visitor: Visitor, reference: string, t: Traveller): Promise<void> {
  for (const [page, values] of Object.entries(answersOf(t, new Date()))) {
    const saved = await visitor.post(`/cases/${reference}/apply/${page}`, values);
    if (saved.status !== 303) throw new Error(`${page} was not saved: ${saved.words}`);
  }
}

/** An applicant with a submitted case. */
export async function submitCase(visitor: Visitor, t = aTraveller()): Promise<string> {
  const reference = await openCase(visitor);
  await fillIn(visitor, reference, t);
  const sent = await visitor.post(`/cases/${reference}/apply/check`, { declared: 'yes' });
  if (sent.to !== `/cases/${reference}?notice=submitted`) {
    throw new Error(`not submitted: ${sent.status} ${sent.words}`);
  }
  return reference;
}
