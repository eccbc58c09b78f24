// One small site for the specs of the server: every kind of route, people, counts, and a cookie jar.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import fastifySession from '@fastify/session';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Injectable,
  Module,
  Param,
  Post,
  Query,
  Req,
  type Type,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IsEmail, IsNotEmpty } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import {
  addWeb,
  createTexts,
  CrossSiteAllowed,
  CurrentAccount,
  Form,
  FormPipe,
  invalid,
  Limited,
  localPath,
  Needs,
  Open,
  Page,
  SeeOther,
  signIn,
  signOut,
  Submit,
  View,
  webAdapter,
  WebModule,
} from '#web';
import type { Account, PageView, PostedForm, WebOptions } from '#web';

const en = { hello: 'Hello {{name}}', email: 'Enter your email address' } as const;
const texts = createTexts({
  en,
  fr: { hello: 'Bonjour {{name}}', email: 'Indiquez votre adresse e-mail' },
});
type V = PageView<typeof en>;

const PEOPLE: Record<string, Account> = Object.fromEntries(
  [
    {
      id: 'ann',
      displayName: 'Ann',
      permissions: new Set(['case.own']),
      scope: 'applicant',
      token: 'a',
    },
    {
      id: 'cleo',
      displayName: 'Cleo',
      permissions: new Set(['case.own']),
      scope: 'applicant',
      token: 'c',
    },
    {
      id: 'bob',
      displayName: 'Bob',
      permissions: new Set(['case.own']),
      scope: 'staff',
      token: 'b',
    },
  ].map((a) => [a.id, a as Account]),
);

@Injectable()
class People {
  async signedIn({ accountId }: { accountId: string }): Promise<Account | null> {
    return PEOPLE[accountId] ?? null;
  }
  async signedOut() {}
}

@Injectable()
export class Counts {
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
export class Pages {
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
    await signIn(request, { accountId: body.who, token: `token of ${body.who}` });
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
  @Get('on/:to') @Open() on(@Param('to') to: string) {
    return new SeeOther(`/on/${to}/further`);
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
export class Silent {
  @Get('page') page() {
    return 'who may come here?';
  }
}

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
  const app = await NestFactory.create<NestFastifyApplication>(moduleWith(Pages), webAdapter(), {
    logger: false,
  });
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
