import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fastifySession from '@fastify/session';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Injectable,
  Module,
  Post,
  Query,
  Req,
  type Type,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IsEmail, IsNotEmpty } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { Form, FormPipe, Submit, type PostedForm } from '../forms/index.ts';
import { Page } from '../page/page.tsx';
import type { Account, PageView } from '../page/view.ts';
import { createTexts } from '../text/texts.ts';
import { Needs, Open } from './access.ts';
import { addWeb, webAdapter } from './add-web.ts';
import { CrossSiteAllowed } from './csrf.guard.ts';
import { Limited } from './limited.guard.ts';
import type { WebOptions } from './options.ts';
import { invalid, localPath, SeeOther } from './see-other.ts';
import { signIn, signOut } from './session.ts';
import { CurrentAccount, View } from './view.ts';
import { WebModule } from './web.module.ts';

const en = { hello: 'Hello {{name}}', email: 'Enter your email address' } as const;
const texts = createTexts({
  en,
  fr: { hello: 'Bonjour {{name}}', email: 'Indiquez votre adresse e-mail' },
});
type V = PageView<typeof en>;

const PEOPLE: Record<string, Account> = Object.fromEntries(
  [
    { id: 'ann', displayName: 'Ann', permissions: new Set(['case.own']), scope: 'applicant' },
    { id: 'bob', displayName: 'Bob', permissions: new Set(['case.own']), scope: 'staff' },
  ].map((a) => [a.id, a as Account]),
);

@Injectable()
class People {
  async byId(id: string): Promise<Account | null> {
    return PEOPLE[id] ?? null;
  }
}

@Injectable()
class Counts {
  private readonly seen = new Map<string, number>();
  readonly keys = () => [...this.seen.keys()];
  async take(key: string, points: number) {
    const count = (this.seen.get(key) ?? 0) + 1;
    this.seen.set(key, count);
    return { allowed: count <= points, retryAfterSeconds: count <= points ? 0 : 130 };
  }
}

class EmailForm {
  @IsEmail({}, { message: 'email' })
  @IsNotEmpty({ message: 'email' })
  email!: string;
}

const FormOf = ({ view, errors = [] }: { view: V; errors?: PostedForm<EmailForm>['errors'] }) => (
  <Page view={view} title="Form" errors={errors}>
    <Form view={view} action="/form">
      <Submit text="Go" />
    </Form>
  </Page>
);

@Controller()
class Pages {
  @Get() @Open() start(@View() view: V) {
    return (
      <Page view={view} title="Start">
        <h1>{view.t('hello', { name: '<Ann & co>' })}</h1>
      </Page>
    );
  }
  @Get('form') @Open() form(@View() view: V) {
    return <FormOf view={view} />;
  }
  @Post('form') @Open() posted(
    @View() view: V,
    @Body(FormPipe(EmailForm)) form: PostedForm<EmailForm>,
  ) {
    if (form.errors.length > 0) return invalid(<FormOf view={view} errors={form.errors} />);
    return new SeeOther('/done');
  }
  @Post('enter') @Open() async enter(
    @Req() request: FastifyRequest,
    @Body() body: { who: string },
    @Query('next') next: string,
  ) {
    await signIn(request, body.who);
    return new SeeOther(localPath(next));
  }
  @Post('sign-out') @Needs('case.own') async leave(@Req() request: FastifyRequest) {
    await signOut(request);
    return new SeeOther('/');
  }
  @Get('me') @Needs('case.own') me(@View() view: V, @CurrentAccount() account: Account) {
    return (
      <Page view={view} title="Me">
        <p id="who">{account.displayName}</p>
        <Form view={view} action="/me">
          <Submit text="Go" />
        </Form>
      </Page>
    );
  }
  @Get('secret') @Needs('case.decide') secret() {
    return 'never';
  }
  @Get('broken') @Open() broken() {
    throw new Error('relation "bond" does not exist');
  }
  @Post('hook') @Open() @CrossSiteAllowed() @HttpCode(200) hook() {
    return { taken: true };
  }
  @Get('often')
  @Open()
  @Limited({ name: 'often', points: 2, seconds: 600, by: 'address' })
  often() {
    return { fine: true };
  }
}

@Controller('silent')
class Silent {
  @Get('page') page() {
    return 'who may come here?';
  }
}

@Module({ providers: [People, Counts], exports: [People, Counts] })
class Around {}

const moduleWith = (...controllers: Type<object>[]) => {
  @Module({
    imports: [WebModule.forRoot({ imports: [Around], accounts: People, limiter: Counts })],
    controllers,
  })
  class Site {}
  return Site;
};

let assetsDir: string;
let now = 0;
const optionsFor = (over: Partial<WebOptions> = {}): WebOptions => ({
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
  now: () => now,
  ...over,
});
async function start(over?: Partial<WebOptions>): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(moduleWith(Pages), webAdapter(), {
    logger: false,
  });
  await addWeb(app, optionsFor(over));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}

let app: NestFastifyApplication;
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
  now = 1_000_000_000_000;
});

type Jar = Record<string, string>;
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
const get = (url: string, o?: Sent) => send('GET', url, o);
const post = (url: string, o?: Sent) => send('POST', url, o);

async function tokenFor(jar: Jar): Promise<string> {
  const { body } = await get('/form', { jar });
  return /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? 'no token';
}
async function signedIn(who = 'ann'): Promise<Jar> {
  const jar: Jar = {};
  await post('/enter', { jar, body: { who, _csrf: await tokenFor(jar) } });
  return jar;
}

describe('pages', () => {
  test('a vnode becomes a whole document, escaped once', async () => {
    const answer = await get('/');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.body).toMatch(/^<!doctype html><html lang="en"/);
    expect(answer.body).toContain('<h1>Hello &lt;Ann &amp; co></h1>');
    expect(answer.body).toContain('<title>Start - Visa Bond Portal</title>');
  });

  test('a visitor who only reads gets no session cookie', async () => {
    expect((await get('/')).cookies).toEqual([]);
  });

  test('the policy carries this request’s nonce, and no script is inline', async () => {
    const [first, second] = [await get('/'), await get('/')];
    const nonceIn = (csp: unknown) => /script-src 'nonce-([0-9a-f]{32})'/.exec(String(csp))?.[1];
    const nonce = nonceIn(first.headers['content-security-policy']);
    expect(nonce).toBeDefined();
    expect(nonce).not.toBe(nonceIn(second.headers['content-security-policy']));
    const scripts = [...first.body.matchAll(/<script([^>]*)>([^<]*)/g)];
    expect(scripts.map(([, attributes, inside]) => [attributes, inside])).toEqual([
      [` type="module" src="/assets/portal-1a2b.js" nonce="${nonce}"`, ''],
    ]);
    expect(first.body).not.toMatch(/ on\w+=|style=|javascript:/i);
  });

  test('security headers', async () => {
    const { headers } = await get('/');
    const csp = String(headers['content-security-policy']);
    expect(csp).toContain("default-src 'none'");
    expect(csp).toContain("frame-ancestors 'none'");
    expect(csp).toContain("form-action 'self' https://checkout.stripe.com");
    expect(csp).not.toContain('upgrade-insecure-requests');
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('private, no-cache');
    const inside = await get('/me', { jar: await signedIn() });
    expect(inside.headers['cache-control']).toBe('no-store');
  });

  test('assets are kept for good, and read no session', async () => {
    const answer = await get('/assets/portal-1a2b.css', { jar: { sid: 'anything' } });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['cache-control']).toContain('immutable');
    expect(answer.cookies).toEqual([]);
    expect((await get('/assets/manifest.json')).statusCode).toBe(404);
  });
});

describe('languages', () => {
  test('?lang= is remembered; then the cookie decides, then the browser', async () => {
    const jar: Jar = {};
    const french = await get('/?lang=fr', { jar });
    expect(french.body).toContain('<html lang="fr"');
    expect(french.cookies).toMatchObject([
      { name: 'lang', value: 'fr', maxAge: 31_536_000, sameSite: 'Lax' },
    ]);
    const headers = { 'accept-language': 'en' };
    expect((await get('/', { jar, headers })).body).toContain('Bonjour');
    const browser = { 'accept-language': 'de, fr-CA;q=0.8, en;q=0.3' };
    expect((await get('/', { headers: browser })).body).toContain('Bonjour');
  });

  test('the switch leads to the same page in the other language', async () => {
    expect((await get('/form?a=1')).body).toContain('href="/form?a=1&amp;lang=fr"');
  });
});

describe('changes', () => {
  test('with its token a form is taken, and answered by 303', async () => {
    const jar: Jar = {};
    const body = { email: 'ann@example.com', _csrf: await tokenFor(jar) };
    const answer = await post('/form', { jar, body });
    expect([answer.statusCode, answer.headers.location, answer.body]).toEqual([303, '/done', '']);
  });

  test('errors come back with 422, in the title, the summary and the field’s language', async () => {
    const jar: Jar = { lang: 'fr' };
    const answer = await post('/form', { jar, body: { email: 'x', _csrf: await tokenFor(jar) } });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('<title>Erreur : Form - Portail des cautions de visa</title>');
    expect(answer.body).toContain('<a href="#email">Indiquez votre adresse e-mail</a>');
  });

  test.each([
    ['no token', {}],
    ['a token of nobody', { _csrf: 'abcdefgh-abcdefghijklmnopqrstuvwxyz' }],
  ])('refused: %s', async (_, body) => {
    const jar: Jar = {};
    await tokenFor(jar);
    const answer = await post('/form', { jar, body: { email: 'ann@example.com', ...body } });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain('Your session has ended');
  });

  test('a token of another session is refused', async () => {
    const jar: Jar = {};
    await tokenFor(jar);
    const answer = await post('/form', {
      jar,
      body: { email: 'a@b.c', _csrf: await tokenFor({}) },
    });
    expect(answer.statusCode).toBe(403);
  });

  test.each(['cross-site', 'same-site'])('refused when it is %s, token or not', async (site) => {
    const jar: Jar = {};
    const body = { email: 'ann@example.com', _csrf: await tokenFor(jar) };
    const answer = await post('/form', { jar, body, headers: { 'sec-fetch-site': site } });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain('This request was stopped');
  });

  test('a route may take posts from elsewhere by saying so', async () => {
    const answer = await post('/hook', { headers: { 'sec-fetch-site': 'cross-site' } });
    expect([answer.statusCode, answer.json()]).toEqual([200, { taken: true }]);
  });

  test('what was typed is shown back when the session is gone, secrets are not', async () => {
    const body = { story: 'I left on <Monday>', password: 'hunter2hunter2' };
    const answer = await post('/me', { body, headers: { 'sec-fetch-site': 'same-origin' } });
    expect(answer.statusCode).toBe(404);
    const lost = await post('/form', { body, headers: { 'sec-fetch-site': 'same-origin' } });
    expect(lost.body).toContain('I left on &lt;Monday>');
    expect(lost.body).not.toContain('hunter2');
    expect((await post('/form', { body })).body).not.toContain('I left on');
  });
});

describe('sign-in', () => {
  test('a new session id, and the old one is worth nothing', async () => {
    const jar: Jar = {};
    const _csrf = await tokenFor(jar);
    const before = jar.sid ?? '';
    const answer = await post('/enter?next=/me', { jar, body: { who: 'ann', _csrf } });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/me']);
    expect(jar.sid).not.toBe(before);
    expect((await get('/me', { jar })).body).toContain('<p id="who">Ann</p>');
    expect((await get('/me', { jar: { sid: before } })).statusCode).toBe(303);
  });

  test('a visitor is sent to sign in and comes back to the page', async () => {
    const answer = await get('/me?tab=2');
    expect([answer.statusCode, answer.headers.location]).toEqual([
      303,
      '/sign-in?next=%2Fme%3Ftab%3D2',
    ]);
  });

  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/.//evil.example',
    '/%09/evil.example\t',
    'javascript:alert(1)',
    '',
  ])('no open redirect: %j', async (next) => {
    const jar: Jar = {};
    const body = { who: 'ann', _csrf: await tokenFor(jar) };
    const answer = await post(`/enter?next=${encodeURIComponent(next)}`, { jar, body });
    expect(answer.headers.location).toBe('/');
  });

  test('sign-out ends the session on the server', async () => {
    const jar = await signedIn();
    const kept = { ...jar };
    const answer = await post('/sign-out', { jar, body: { _csrf: await tokenFor(jar) } });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/']);
    expect((await get('/me', { jar: kept })).statusCode).toBe(303);
  });

  test('without the permission there is a page that says so', async () => {
    const answer = await get('/secret', { jar: await signedIn() });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain('You cannot open this page');
  });

  test('an account of the other site is nobody here', async () => {
    expect((await get('/me', { jar: await signedIn('bob') })).statusCode).toBe(303);
  });
});

describe('time limits', () => {
  const minutes = (n: number) => n * 60_000;

  test('the idle limit counts from the last request', async () => {
    const jar = await signedIn();
    now += minutes(29);
    expect((await get('/me', { jar })).statusCode).toBe(200);
    now += minutes(29);
    expect((await get('/me', { jar })).statusCode).toBe(200);
    now += minutes(30);
    const over = await get('/me', { jar });
    expect(over.headers.location).toBe('/sign-in?next=%2Fme&ended=1');
  });

  test('the absolute limit ends a session in use', async () => {
    const jar = await signedIn();
    for (let spent = 0; spent < 12 * 60 - 20; spent += 20) {
      now += minutes(20);
      expect((await get('/me', { jar })).statusCode).toBe(200);
    }
    now += minutes(20);
    expect((await get('/me', { jar })).statusCode).toBe(303);
  });

  test('reading writes the session at most once a minute', async () => {
    const jar = await signedIn();
    await get('/me', { jar });
    now += 59_000;
    expect((await get('/me', { jar })).cookies).toEqual([]);
    now += 1_000;
    expect((await get('/me', { jar })).cookies.map((c) => c.name)).toEqual(['sid']);
  });
});

describe('errors', () => {
  test.each([
    ['en', 'Page not found'],
    ['fr', 'Page introuvable'],
  ])('404 in %s', async (lang, title) => {
    const answer = await get(`/nowhere?lang=${lang}`);
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toContain(`<h1 class="govuk-heading-l">${title}</h1>`);
  });

  test.each(['en', 'fr'])('500 in %s leaks nothing and gives a reference', async (lang) => {
    const answer = await get('/broken', { jar: { lang } });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('relation');
    expect(answer.body).toMatch(/(Reference to quote|Référence à indiquer) ?: [\w-]+/);
  });

  test('429 says when to try again, and counts a digest of the address', async () => {
    await get('/often');
    await get('/often');
    const answer = await get('/often');
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '130']);
    expect(answer.body).toContain('Try again in 3 minutes.');
    const keys = app.get(Counts, { strict: false }).keys();
    expect(keys).toEqual([expect.stringMatching(/^often:address:[\w-]{22}$/)]);
  });

  test('413 and 400 of the server itself have pages', async () => {
    const large = await post('/form', { body: { email: 'x'.repeat(300_000) } });
    expect([large.statusCode, large.body.includes('What you sent is too large')]).toEqual([
      413,
      true,
    ]);
    const json = { 'content-type': 'application/json' };
    const bad = await app.inject({ method: 'POST', url: '/form', headers: json, payload: '{"a":' });
    expect([bad.statusCode, bad.body.includes('We could not read your request')]).toEqual([
      400,
      true,
    ]);
  });
});

test('a route that declares nothing stops the boot, by name', async () => {
  const bad = await NestFactory.create<NestFastifyApplication>(
    moduleWith(Pages, Silent),
    webAdapter(),
    { logger: false },
  );
  await expect(addWeb(bad, optionsFor())).rejects.toThrow('GET /silent/page (Silent.page)');
  await bad.close();
});

test('over HTTPS: a __Host- cookie, HSTS, another name for the officers', async () => {
  const secure = await NestFactory.create<NestFastifyApplication>(
    moduleWith(Pages),
    webAdapter({ trustProxy: true }),
    { logger: false },
  );
  await addWeb(secure, optionsFor({ site: 'officer', secure: true }));
  await secure.init();
  const answer = await secure.inject({ url: '/form', headers: { 'x-forwarded-proto': 'https' } });
  expect(answer.cookies).toMatchObject([
    { name: '__Host-officer-sid', secure: true, httpOnly: true, path: '/', sameSite: 'Lax' },
  ]);
  expect(answer.headers['strict-transport-security']).toContain('max-age=31536000');
  expect(answer.headers['content-security-policy']).toContain('upgrade-insecure-requests');
  await secure.close();
});
