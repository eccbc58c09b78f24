// A site as its own process, and somebody signed in who asks it for one page again and again.
import { startChild, type Child } from '../../tools/child.ts';
import { freePort } from '../../tools/postgres.ts';
import { appOptions } from '../../tools/processes.ts';
import { closedLoop, openLoop, type Side } from '../measure.ts';
import { plan } from '../plan.ts';
import type { BenchDatabase } from './database.ts';
import { KeepAlive } from './keep-alive.ts';
import { CLIENTS } from './reference.ts';
import { benchWorld } from './world.ts';

export type Cookies = Map<string, string>;

const cookieHeader = (cookies: Cookies) =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

export const startSite = async (db: BenchDatabase, site: 'portal' | 'officer'): Promise<Child> =>
  startChild(appOptions(await benchWorld(db), site));

/** A program of bench/reference/ that serves pages. */
export async function startReference(
  program: string,
  env: Readonly<Record<string, string>>,
): Promise<Child> {
  const port = await freePort();
  return startChild({
    ...{ name: program, program: `${import.meta.dirname}/../reference/${program}`, port },
    env: { ...env, PORT: String(port) },
  });
}

/** Every answer's cookies are kept, as a browser keeps them. */
export async function visit(url: string, cookies: Cookies, form?: Record<string, string>) {
  const answer = await fetch(url, {
    ...{ method: form ? 'POST' : 'GET', redirect: 'manual' },
    headers: { cookie: cookieHeader(cookies), 'accept-language': 'en' },
    ...(form && { body: new URLSearchParams(form) }),
  });
  for (const set of answer.headers.getSetCookie()) {
    const [name = '', value = ''] = set.split(';')[0]!.split(/=(.*)/s);
    cookies.set(name, value);
  }
  return { status: answer.status, body: await answer.text() };
}

/** By the sign-in page, as everybody. */
export async function signIn(
  site: Child,
  { email, password }: { email: string; password: string },
): Promise<Cookies> {
  const cookies: Cookies = new Map();
  const { body } = await visit(`${site.url}/sign-in`, cookies);
  const token = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';
  const { status } = await visit(`${site.url}/sign-in`, cookies, { _csrf: token, email, password });
  if (status !== 303) throw new Error(`nobody could sign in: ${status}\n${site.log()}`);
  return cookies;
}

/** One page of a site, asked for as a browser asks that wants it uncompressed: all send the same. */
export class PageSide implements Side {
  /** The page as it first came. */
  readonly html: string;
  private readonly http: KeepAlive;
  private readonly request: Buffer;

  private constructor(html: string, http: KeepAlive, request: Buffer) {
    this.html = html;
    this.http = http;
    this.request = request;
  }

  static async open(site: Child, path: string, cookies: Cookies = new Map()): Promise<PageSide> {
    const { status, body } = await visit(site.url + path, cookies);
    if (status !== 200) throw new Error(`${path} was answered ${status}\n${site.log()}`);
    const head = [
      `GET ${path} HTTP/1.1`,
      `Host: localhost:${site.port}`,
      'Accept: text/html',
      'Accept-Language: en',
      'Sec-Fetch-Site: same-origin',
      ...(cookies.size > 0 ? [`Cookie: ${cookieHeader(cookies)}`] : []),
    ];
    const request = Buffer.from(`${head.join('\r\n')}\r\n\r\n`);
    return new PageSide(body, new KeepAlive(site.port, CLIENTS), request);
  }

  round() {
    return closedLoop(CLIENTS, plan.seconds, () => this.ask());
  }

  /** Latencies in milliseconds at a steady pace. */
  latencies(perSecond: number): Promise<number[]> {
    return openLoop(perSecond, plan.seconds * 3, () => this.ask());
  }

  close(): void {
    this.http.close();
  }

  private async ask(): Promise<void> {
    const { status } = await this.http.ask(this.request);
    if (status !== 200) throw new Error(`a page was answered ${status}`);
  }
}
