// One small site for the specs of the server, and a cookie jar to visit it with.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import fastifySession from '@fastify/session';
import { Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addWeb, webAdapter, WebModule } from '#web';
import { Counts, ForEverybody, Pages, People, texts } from './test-pages.tsx';
import type { WebOptions } from '#web';

@Module({ providers: [People, Counts], exports: [People, Counts] })
class Around {}

export const moduleWith = (...controllers: Type<object>[]) => {
  @Module({
    imports: [WebModule.forRoot({ imports: [Around], accounts: People, limiter: Counts })],
    controllers,
  })
  class Site {}
  return Site;
};

let assetsDir: string;
/** The time that sessions are measured by. */
export const clock = { now: 0 };
export const optionsFor = (over: Partial<WebOptions> = {}): WebOptions => ({
  site: 'portal',
  secure: false,
  sessionSecret: 'a secret of thirty-two characters or more',
  sessions: { store: new fastifySession.MemoryStore() },
  idleMinutes: 30,
  absoluteHours: 12,
  checkoutOrigins: ['https://checkout.stripe.com'],
  assetsDir,
  texts,
  shell: () => ({ programmeState: 'Pilot' }),
  now: () => clock.now,
  ...over,
});
async function start(over?: Partial<WebOptions>): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(
    moduleWith(Pages, ForEverybody),
    webAdapter(),
    {
      logger: false,
    },
  );
  await addWeb(app, optionsFor(over));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

export let app: NestFastifyApplication;
beforeAll(async () => {
  assetsDir = mkdtempSync(join(tmpdir(), 'web-'));
  const names = ['portal.css', 'portal.js', 'officer.css', 'officer.js', 'icon.svg'];
  const files = Object.fromEntries(names.map((n) => [n, n.replace('.', '-1a2b.')]));
  writeFileSync(join(assetsDir, 'manifest.json'), JSON.stringify(files));
  writeFileSync(join(assetsDir, 'portal-1a2b.css'), 'body{color:#000}');
  app = await start();
});
afterAll(async () => {
  await app.close();
  rmSync(assetsDir, { recursive: true });
});
beforeEach(() => {
  clock.now = 1_000_000_000_000;
});

export type Jar = Record<string, string>;
type Sent = { body?: Record<string, string>; headers?: Record<string, string>; jar?: Jar };
async function send(method: 'GET' | 'POST', url: string, o: Sent = {}) {
  const type = 'application/x-www-form-urlencoded';
  const answer = await app.inject({
    method,
    url,
    cookies: o.jar ?? {},
    headers: { ...(method === 'POST' && { 'content-type': type }), ...o.headers },
    ...(method === 'POST' && { payload: new URLSearchParams(o.body).toString() }),
  });
  for (const cookie of answer.cookies) if (o.jar) o.jar[cookie.name] = cookie.value;
  return answer;
}
export const get = (url: string, o?: Sent) => send('GET', url, o);
export const post = (url: string, o?: Sent) => send('POST', url, o);

export async function tokenFor(jar: Jar): Promise<string> {
  const { body } = await get('/form', { jar });
  return /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? 'no token';
}
export async function signedIn(who = 'ann'): Promise<Jar> {
  const jar: Jar = {};
  await post('/enter', { jar, body: { who, _csrf: await tokenFor(jar) } });
  return jar;
}
