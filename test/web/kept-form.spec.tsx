// A form sent with an ended session comes back filled in, once, to its own person and to nobody else.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import {
  addWeb,
  bringBack,
  CheckboxField,
  DateField,
  fieldErrors,
  Form,
  Hidden,
  keptWith,
  LongTextField,
  Needs,
  Open,
  Page,
  pickAnswers,
  SeeOther,
  signIn,
  SignInFields,
  View,
  webAdapter,
  type ShellView,
} from '#web';
import { clock, moduleWith, optionsFor, type Jar } from './test-site.tsx';

const SAVED = { story: 'saved before', 'day-day': '1', 'day-month': '1', 'day-year': '2020' };
const sent: unknown[] = [];

@Controller()
class Site {
  @Get('sign-in') @Open() door(@View() view: ShellView) {
    return (
      <Page view={view} title="Sign in">
        <SignInFields view={view} values={{ next: '/' }} />
      </Page>
    );
  }
  @Post('sign-in') @Open() async enter(
    @Req() request: FastifyRequest,
    @Body() body: { email: string },
  ) {
    const accountId = body.email.split('@')[0]!;
    await signIn(request, { accountId, token: accountId });
    return new SeeOther(bringBack(request, keptWith(request)) ?? '/elsewhere');
  }
  @Get('cases/:id/story') @Needs('case.own') story(
    @View() view: ShellView,
    @Param('id') id: string,
  ) {
    const props = { view, values: { ...SAVED, agreed: 'yes' }, errors: fieldErrors(view) };
    return (
      <Page view={view} title="Story">
        <Form view={view} action={`/cases/${id}/story`}>
          <Hidden name="seen" value="now" />
          <LongTextField {...props} name="story" label="Story" maxLength={20_000} />
          <DateField {...props} name="day" label="Day" />
          <CheckboxField
            {...props}
            name="agreed"
            label="Agreed"
            choices={[{ value: 'yes', text: 'Yes' }]}
          />
        </Form>
        <Form view={view} action={`/cases/${id}/other`}>
          <LongTextField {...props} name="story" label="Other" maxLength={200} />
        </Form>
      </Page>
    );
  }
  @Post('cases/:id/story') @Needs('case.own') save(@Body() body: unknown) {
    sent.push(pickAnswers(body, ['story']));
    return new SeeOther('/saved');
  }
  @Post('cases/:id/other') @Needs('case.own') other() {
    return new SeeOther('/saved');
  }
}

let app: NestFastifyApplication;
const minutes = (n: number) => n * 60_000;
beforeAll(async () => {
  app = await NestFactory.create<NestFastifyApplication>(moduleWith(Site), webAdapter(), {
    logger: false,
  });
  await addWeb(app, optionsFor());
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(() => app.close());

async function ask(jar: Jar, url: string, body?: Record<string, string>, referer?: string) {
  const answer = await app.inject({
    method: body ? 'POST' : 'GET',
    url,
    cookies: jar,
    headers: {
      'sec-fetch-site': 'same-origin',
      ...(referer && { referer: `https://portal.example${referer}` }),
      ...(body && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(body && { payload: new URLSearchParams(body).toString() }),
  });
  for (const { name, value } of answer.cookies) jar[name] = value;
  return answer;
}
const field = (html: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
const ours = (html: string) => ({ _csrf: field(html, '_csrf'), _for: field(html, '_for') });

async function signsIn(jar: Jar, who: string, _kept = '') {
  const door = await ask(jar, '/sign-in');
  const values = { email: `${who}@example.org`, password: 'x', ...ours(door.body), _kept };
  return (await ask(jar, '/sign-in', values)).headers.location;
}

const typed = {
  story: 'I left on <Monday>',
  'day-day': '31',
  'day-month': 'Mai',
  'day-year': '',
  seen: 'then',
};

/** Ann fills in the page, her session ends, and she sends it: what she is answered. */
async function sendsTooLate(more: Record<string, string> = {}, url = '/cases/7/story') {
  const jar: Jar = {};
  await signsIn(jar, 'ann');
  const page = await ask(jar, '/cases/7/story');
  clock.now += minutes(31);
  const over = await ask(jar, url, { ...ours(page.body), ...typed, ...more }, '/cases/7/story');
  return { jar, over, kept: field(over.body, '_kept') };
}

test('back on its page with what was typed, once; nothing was saved on the way', async () => {
  const { jar, over, kept } = await sendsTooLate();
  expect([over.statusCode, over.headers['cache-control']]).toEqual([403, 'no-store']);
  expect(over.body).not.toContain('Monday');
  expect(await signsIn(jar, 'ann', kept)).toBe('/cases/7/story');

  const back = (await ask(jar, '/cases/7/story')).body;
  expect(back).toContain('What you entered is filled in below');
  expect(back.match(/I left on &lt;Monday>/g)).toHaveLength(1);
  expect(field(back, 'seen')).toBe('then');
  for (const part of ['31', 'Mai']) expect(back).toContain(`value="${part}"`);
  // Emptied and unticked is typed as well; the page's other form is as it was.
  expect(back).not.toMatch(/\bchecked\b[^>]*>|value="2020"/);
  expect(back).toContain('saved before');

  const again = (await ask(jar, '/cases/7/story')).body;
  expect(again).not.toContain('Monday');
  expect(again).not.toContain('What you entered');
  expect(sent).toEqual([]);
});

test('somebody else who signs in at this browser gets nothing, and cannot pass it on', async () => {
  const { jar, kept } = await sendsTooLate();
  expect(await signsIn(jar, 'cleo', kept)).toBe('/elsewhere');
  expect((await ask(jar, '/cases/7/story')).body).not.toContain('Monday');
  // What Cleo's own forms say does not open it either.
  const page = await ask(jar, '/cases/7/story');
  expect(ours(page.body)._for).not.toBe('');
  expect(await signsIn(jar, 'cleo', kept.replace(/^.{8}/, 'AAAAAAAA'))).toBe('/elsewhere');
});

test('sent again it is its own person’s still, but only for an hour', async () => {
  const { jar, kept } = await sendsTooLate();
  await signsIn(jar, 'ann', kept);
  expect((await ask(jar, '/cases/7/story')).body).toContain('Monday');
  expect(await signsIn(jar, 'ann', kept)).toBe('/cases/7/story');
  clock.now += minutes(60);
  expect(await signsIn(jar, 'ann', kept)).toBe('/elsewhere');
});

test('its hour counts in the session as well, whatever else is opened', async () => {
  const { jar, kept } = await sendsTooLate();
  await signsIn(jar, 'ann', kept);
  for (let n = 0; n < 3; n++) {
    clock.now += minutes(20);
    await ask(jar, '/cases/8/story');
  }
  expect((await ask(jar, '/cases/7/story')).body).not.toContain('Monday');
});

test('secrets are neither kept nor shown', async () => {
  const secrets = { password: 'hunter2', current: 'hunter2', code: 'hunter2', secret: 'hunter2' };
  const { jar, over, kept } = await sendsTooLate(secrets);
  expect(over.body).not.toContain('hunter2');
  await signsIn(jar, 'ann', kept);
  expect(JSON.stringify(await ask(jar, '/cases/7/story'))).not.toContain('hunter2');
});

test('what is too large to keep is shown to be copied', async () => {
  const long = 'z'.repeat(9_999);
  const { jar, over, kept } = await sendsTooLate({ story: long, more: long });
  expect([over.statusCode, over.body.includes(long)]).toEqual([403, false]);
  expect(await signsIn(jar, 'ann', kept)).toBe('/cases/7/story');
  expect((await ask(jar, '/cases/7/story')).body).toContain(long);

  const larger = await sendsTooLate({ story: long, more: long, third: long, fourth: long });
  expect([larger.over.statusCode, larger.kept]).toEqual([403, '']);
  expect(larger.over.body).toContain('Copy it from here');
  expect(larger.over.body).toContain(long);
});

test('a button without a page of its own leads back to where it stood', async () => {
  const { jar, kept } = await sendsTooLate({}, '/cases/7/other');
  expect(await signsIn(jar, 'ann', kept)).toBe('/cases/7/story');
  expect((await ask(jar, '/cases/7/story')).body.match(/I left on &lt;Monday>/g)).toHaveLength(1);
});

test('who has signed in again in another window is led straight back', async () => {
  const jar: Jar = {};
  await signsIn(jar, 'ann');
  const page = await ask(jar, '/cases/7/story');
  await signsIn(jar, 'ann');
  const late = await ask(jar, '/cases/7/story', { ...ours(page.body), ...typed });
  expect([late.statusCode, late.headers.location]).toEqual([303, '/cases/7/story']);
  expect((await ask(jar, '/cases/7/story')).body).toContain('Monday');
});

test('a form of nobody is not kept, nor one from elsewhere', async () => {
  const { over } = await sendsTooLate({ _for: '' });
  expect(field(over.body, '_kept')).toBe('');
  expect(over.body).toContain('I left on &lt;Monday>');
  const crossed = await app.inject({ method: 'POST', url: '/cases/7/story', payload: '_for=x&a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } }); // prettier-ignore
  expect(crossed.body).not.toContain('_kept');
});
