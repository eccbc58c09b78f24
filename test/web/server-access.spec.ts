import { describe, expect, test } from '@jest/globals';
import { clock, get, post, signedIn, tokenFor, type Jar } from './test-site.tsx';

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
    expect(answer.body).toContain(
      '<title>Erreur\u00a0: Form - Portail des cautions de visa</title>',
    );
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
    const body = {
      story: 'I left on <Monday>',
      password: 'hunter2hunter2',
      passportNumber: 'C123',
    };
    const answer = await post('/me', { body, headers: { 'sec-fetch-site': 'same-origin' } });
    expect(answer.statusCode).toBe(404);
    const lost = await post('/form', { body, headers: { 'sec-fetch-site': 'same-origin' } });
    expect(lost.body).toContain('I left on &lt;Monday>');
    expect(lost.body).toContain('C123');
    expect(lost.body).not.toContain('hunter2');
    expect(lost.headers['cache-control']).toBe('no-store');
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
    clock.now += minutes(29);
    expect((await get('/me', { jar })).statusCode).toBe(200);
    clock.now += minutes(29);
    expect((await get('/me', { jar })).statusCode).toBe(200);
    clock.now += minutes(30);
    const over = await get('/me', { jar });
    expect(over.headers.location).toBe('/sign-in?next=%2Fme&ended=1');
  });

  test('the absolute limit ends a session in use', async () => {
    const jar = await signedIn();
    for (let spent = 0; spent < 12 * 60 - 20; spent += 20) {
      clock.now += minutes(20);
      expect((await get('/me', { jar })).statusCode).toBe(200);
    }
    clock.now += minutes(20);
    expect((await get('/me', { jar })).statusCode).toBe(303);
  });

  test('reading writes the session at most once a minute', async () => {
    const jar = await signedIn();
    await get('/me', { jar });
    clock.now += 59_000;
    expect((await get('/me', { jar })).cookies).toEqual([]);
    clock.now += 1_000;
    expect((await get('/me', { jar })).cookies.map((c) => c.name)).toEqual(['sid']);
  });
});
