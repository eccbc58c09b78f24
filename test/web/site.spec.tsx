import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Controller, Get, Injectable, Module, Post, Req } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import {
  addWeb,
  Form,
  Needs,
  Open,
  Page,
  SaveAndContinue,
  SeeOther,
  signIn,
  View,
  WebModule,
  webAdapter,
} from '#web';
import type { SignedInAccount, Site } from '#web';
import { buildAssets } from '../../libs/web/build-assets.ts';
import { axe, openBrowser, type TestBrowser } from '../support/browser.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { Everything, texts } from './everything.tsx';
import type { SpecView } from './everything.tsx';

// Both sites with every component of ours, on PostgreSQL and in a browser: the session table and the
// rights of each login, the policy against what pages really load, and WCAG on what people see.
@Injectable()
class People {
  async signedIn({
    accountId: id,
    token,
  }: {
    accountId: string;
    token: string;
  }): Promise<SignedInAccount> {
    const scope = id.startsWith('officer') ? 'staff' : 'applicant';
    return { id, token, displayName: 'Aminata Traoré', permissions: new Set(['see']), scope };
  }
  async signedOut() {}
  async take() {
    return { allowed: true, retryAfterSeconds: 0 };
  }
}

@Controller()
class Pages {
  @Get() @Needs('see') all(@View() view: SpecView) {
    return <Everything view={view} />;
  }
  @Get('sign-in') @Open() door(@View() view: SpecView) {
    return (
      <Page view={view} title={view.t('spec.word')}>
        <h1 class="govuk-heading-l">{view.t('spec.word')}</h1>
        <Form view={view} action="/sign-in">
          <SaveAndContinue view={view} />
        </Form>
      </Page>
    );
  }
  @Post('sign-in') @Open() async enter(@Req() request: FastifyRequest) {
    const accountId = `${request.server.web.options.site}-1`;
    await signIn(request, { accountId, token: accountId });
    return new SeeOther('/');
  }
}

@Module({ providers: [People], exports: [People] })
class Around {}
@Module({
  imports: [WebModule.forRoot({ imports: [Around], accounts: People, limiter: People })],
  controllers: [Pages],
})
class Root {}

const SITES: Site[] = ['portal', 'officer'];
const apps = new Map<Site, { app: NestFastifyApplication; address: string }>();
let db: TestDatabase;
let browser: TestBrowser;
let assetsDir: string;

async function startSite(site: Site) {
  const app = await NestFactory.create<NestFastifyApplication>(Root, webAdapter(), {
    logger: ['error'],
  });
  await addWeb(app, {
    site,
    secure: false,
    sessionSecret: 'a secret of thirty-two characters or more',
    sessions: { databaseUrl: db.url(site) },
    idleMinutes: 15,
    absoluteHours: 8,
    assetsDir,
    texts,
    shell: ({ lang }) => ({
      programmeState: texts.textFor(lang)('spec.word'),
      notice: texts.textFor(lang)('spec.word'),
      nav: ['/', '/b'].map((href) => ({ text: href, href, current: href === '/' })),
      footerLinks: [{ text: texts.textFor(lang)('spec.word'), href: '/c' }],
    }),
  });
  await app.listen(0, '127.0.0.1');
  const address = (await app.getUrl()).replace('127.0.0.1', 'localhost');
  apps.set(site, { app, address });
}

beforeAll(async () => {
  assetsDir = mkdtempSync(join(tmpdir(), 'site-'));
  [db, browser] = await Promise.all([freshDatabase(), openBrowser(), buildAssets(assetsDir)]);
  await Promise.all(SITES.map(startSite));
}, 60_000);
afterAll(async () => {
  await browser?.close();
  for (const { app } of apps.values()) await app.close();
  await db?.drop();
  rmSync(assetsDir, { recursive: true, force: true });
});

const addressOf = (site: Site) => apps.get(site)?.address ?? '';
const rows = async () =>
  (await db.admin.query('select sess, expire from session order by sid')).rows as {
    sess: { accountId?: string };
    expire: Date;
  }[];

test.each<[Site, 'en' | 'fr', number]>([
  ['portal', 'en', 1100],
  ['portal', 'fr', 390],
  ['officer', 'fr', 1100],
  ['officer', 'en', 390],
])(
  '%s in %s at %i px: nothing against WCAG 2.2 AA, nothing refused by the policy',
  async (...how) => {
    const [site, lang, width] = how;
    const page = await browser.newPage({ lang, width });
    const complaints: string[] = [];
    page.on('console', (m) => m.type() === 'error' && complaints.push(m.text()));
    page.on('pageerror', (e) => complaints.push(e.message));
    await page.goto(`${addressOf(site)}/sign-in`);
    await page.getByRole('button', { name: /Save|Enregistrer/ }).click();
    await page.locator('#word-error').waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe(lang);
    expect(await axe(page)).toEqual([]);
    // Wider than the window: something would have to be scrolled sideways.
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    expect(complaints).toEqual([]);
    await page.context().close();
  },
  30_000,
);

test('without JavaScript a person signs in; the session is one row of the right length', async () => {
  await db.admin.query('delete from session');
  const page = await browser.newPage({ js: false });
  await page.goto(`${addressOf('portal')}/sign-in`);
  await page.getByRole('button', { name: 'Save' }).click();
  expect(await page.textContent('.vb-account__name')).toBe('Aminata Traoré');
  const [row, ...others] = await rows();
  expect([row?.sess.accountId, others]).toEqual(['portal-1', []]);
  const minutes = (Number(row?.expire) - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(15);
  expect(minutes).toBeLessThan(18);
});

test('a session of one site opens nothing at the other, though the table is one', async () => {
  const page = await browser.newPage();
  await page.goto(`${addressOf('portal')}/sign-in`);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.locator('#word-error').waitFor();
  const cookies = await page.context().cookies();
  const sid = cookies.find((c) => c.name === 'sid');
  expect(sid).toBeDefined();
  const officer = apps.get('officer')?.app;
  const answer = await officer?.inject({ url: '/', cookies: { 'officer-sid': sid?.value ?? '' } });
  expect([answer?.statusCode, answer?.headers.location]).toEqual([
    303,
    '/sign-in?next=%2F', // the other login does not even see it
  ]);
});
