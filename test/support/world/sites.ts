// The sites in-process and people with browsers at them: cookies, tokens and forms as a browser has.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApi } from '../../../apps/api/src/api.app.ts';
import { createOfficer } from '../../../apps/officer/src/officer.app.ts';
import { createPortal } from '../../../apps/portal/src/portal.app.ts';
import { testConfig } from '../app.ts';
import type { TestDatabase } from '../database.ts';
import { answersOf, aTraveller, type Traveller } from '../traveller.ts';
import { mailOf, PASSWORD } from './people.ts';
import type { Env } from './process.ts';

const makers = { portal: createPortal, officer: createOfficer, api: createApi };
export type SiteName = keyof typeof makers;

export async function startSite(
  name: SiteName,
  db: TestDatabase,
  env: Env = {},
): Promise<NestFastifyApplication> {
  const app = await makers[name](testConfig(db.url(name), env));
  app.useLogger(false);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

export interface Answer {
  readonly status: number;
  readonly to: string | undefined;
  readonly body: string;
  readonly headers: Readonly<Record<string, unknown>>;
  /** What a person reads, without markup. */
  readonly words: string;
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

export const tokenIn = ({ body }: Answer): string =>
  /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';

let people = 0;

/** One browser. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  accountId = '';
  contactPointId = '';

  constructor(
    readonly app: NestFastifyApplication,
    readonly db: TestDatabase,
    readonly address = '192.0.2.1',
    /** Where forms are opened first; each at its own address when left out. */
    private readonly formsAt?: string,
  ) {}

  get(url: string): Promise<Answer> {
    return this.ask('GET', url);
  }

  /** Fills in the form of a page and sends it; the token comes out of that page. */
  async post(
    url: string,
    values: Record<string, string> = {},
    page = this.formsAt ?? url,
  ): Promise<Answer> {
    return this.ask('POST', url, { _csrf: tokenIn(await this.get(page)), ...values });
  }

  /** Sends one file by the form of a page that takes files. */
  async upload(page: string, name: string, content: Buffer): Promise<Answer> {
    const action = /action="([^"]*_csrf=[^"]*)"/.exec((await this.get(page)).body)?.[1] ?? page;
    const part =
      `--part\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n` +
      'content-type: application/pdf\r\n\r\n';
    const payload = Buffer.concat([Buffer.from(part), content, Buffer.from('\r\n--part--\r\n')]);
    return this.sendParts(action.replaceAll('&amp;', '&'), payload);
  }

  /** A body of parts, as a form with a file sends it; `--part` divides them. */
  sendParts(url: string, payload: Buffer): Promise<Answer> {
    const headers = { 'content-type': 'multipart/form-data; boundary=part' };
    return this.ask('POST', url, payload, headers);
  }

  /** A POST as another site could make it: without our token. */
  postBlind(url: string): Promise<Answer> {
    return this.ask('POST', url, { a: 'b' });
  }

  /** Sends what an opened page holds, as its browser would: with everything hidden in it. */
  send(opened: Answer, url: string, values: Record<string, string>, page = url): Promise<Answer> {
    const hidden = [...opened.body.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const kept = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
    const headers = { 'sec-fetch-site': 'same-origin', referer: `https://portal.example${page}` };
    return this.ask('POST', url, { ...kept, ...values }, headers);
  }

  private async ask(
    method: 'GET' | 'POST',
    url: string,
    form?: Record<string, string> | Buffer,
    more: Record<string, string> = {},
  ): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const isForm = form && !Buffer.isBuffer(form);
    const type = isForm && { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await this.app.inject({
      ...{ method, url, remoteAddress: this.address },
      headers: { cookie, 'accept-language': 'en', ...more, ...type },
      ...(form && { payload: isForm ? new URLSearchParams(form).toString() : form }),
    });
    for (const { name, value } of answer.cookies) this.cookies.set(name, value);
    const { statusCode: status, headers, body } = answer;
    return { status, to: headers.location, body, headers, words: wordsOf(body) };
  }

  signIn(email: string, password = PASSWORD): Promise<Answer> {
    return this.post('/sign-in', { email, password }, '/sign-in');
  }

  /** The code that was mailed for what this browser is about. */
  async codeFor(errand: string): Promise<string> {
    return (await mailOf(this.db, this.cookies.get(errand) ?? ''))?.params.code ?? '';
  }

  /** Signs what the page of an undertaking shows. */
  async signUndertaking(page: string, typed: Record<string, string>): Promise<Answer> {
    const { body } = await this.get(page);
    const digests = [...body.matchAll(/name="(sha256-\w\w)" value="(\w+)"/g)];
    const shown = Object.fromEntries(digests.map((m) => [m[1]!, m[2]!]));
    return this.post(page, { ...shown, agreed: 'yes', ...typed });
  }

  /** Makes an account through the pages. */
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

/** What a machine sends to the api. */
export const postJson = (
  api: NestFastifyApplication,
  url: string,
  payload: string,
  headers: Record<string, string>,
) =>
  api.inject({
    ...{ method: 'POST', url, payload },
    headers: { 'content-type': 'application/json', ...headers },
  });

/** Status and code of an answer of the api that refuses. */
export const refusal = (answer: { statusCode: number; json<T>(): T }): [number, string] => [
  answer.statusCode,
  answer.json<{ error: { code: string } }>().error.code,
];
