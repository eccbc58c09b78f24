import { SignInModule } from '#identity';
import { PlatformModule } from '#platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Controller, Module, Post, Req, UseGuards } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { testConfig } from '../support/app.ts';
import { PASSWORD } from '../support/world/people.ts';
import { World } from '../support/world/world.ts';

@Controller('sign-in')
class SignInController {
  @Post()
  @UseGuards(AuthGuard('local'))
  signIn(@Req() request: { user: unknown }) {
    return request.user;
  }
}

@Module({ imports: [SignInModule], controllers: [SignInController] })
class SignInPages {}

let world: World;
let people: World['people'];
let app: NestFastifyApplication;
beforeAll(async () => {
  world = await World.start({ processes: ['portal', 'officer'] });
  people = world.people;
  const config = testConfig(world.db.url('portal'));
  const platform = PlatformModule.forRoot({ process: 'portal', config });
  const made = await Test.createTestingModule({ imports: [platform, SignInPages] }).compile();
  app = made.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
  // A site says where each request comes from.
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', async (request) => {
    Object.assign(request, { origin: { site: 'portal', network: 'here' } });
  });
  await app.init();
});
afterAll(async () => {
  await app.close();
  expect(await world.stop()).toEqual([]);
});

async function post(payload: object, query: Record<string, string> = {}) {
  const response = await app.inject({ method: 'POST', url: '/sign-in', payload, query });
  return { status: response.statusCode, body: response.json<Record<string, unknown>>() };
}

const tries = (accountId: string) =>
  world.rows(
    'select action from audit_entry where subject_id = $1 and action like $2',
    accountId,
    'account.sign%',
  );

test('the right password gives the account and its scope, and the trail has it', async () => {
  const { email, accountId } = await people.anApplicant();
  expect(await post({ email, password: PASSWORD })).toEqual({
    status: 201,
    body: {
      accountId,
      token: expect.stringMatching(/^[\w-]{43}$/),
      // What makes this browser a known one, for its cookie.
      browser: expect.stringMatching(/^b1:/),
    },
  });
  expect(await tries(accountId)).toEqual([{ action: 'account.signed_in' }]);
});

test('a wrong one and an unknown address are refused alike', async () => {
  const { email } = await people.anApplicant();
  const wrong = await post({ email, password: 'wrong' });
  expect(wrong).toMatchObject({ status: 401, body: { message: 'wrong_credentials' } });
  expect(await post({ email: 'nobody@example.org', password: PASSWORD })).toEqual(wrong);
});

test('without credentials, or with things that are no text, it is refused too', async () => {
  const { email } = await people.anApplicant();
  const bodies = [
    {},
    { email },
    { password: PASSWORD },
    { email: '', password: '' },
    { email: { $ne: '' }, password: PASSWORD },
    { email: [email], password: [PASSWORD] },
  ];
  for (const body of bodies) {
    expect(await post(body)).toMatchObject({ status: 401 });
  }
});

test('credentials in the address are not looked at', async () => {
  const { email, accountId } = await people.anApplicant();
  expect(await post({}, { email, password: PASSWORD })).toMatchObject({ status: 401 });
  expect(await tries(accountId)).toEqual([]);
});

test('too many tries are told apart, so that the page can say how long to wait', async () => {
  const { email } = await people.anApplicant();
  for (let i = 0; i < 10; i++) await post({ email, password: 'wrong' });
  expect(await post({ email, password: PASSWORD })).toMatchObject({
    status: 401,
    body: { message: 'too_many_tries' },
  });
});
