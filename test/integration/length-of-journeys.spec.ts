// Through how many files somebody reads who follows three journeys: each file of ours in which a function
// ran on the way, but for what everything stands on. What is published of it is docs/measures.md.
import { Session } from 'node:inspector/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Stripe from 'stripe';
import { checkout } from '../../tools/checkout.ts';
import { DELIVERED, WEBHOOK_SECRET } from '../support/world/events.ts';
import { postJson } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

let world: World;
const inspector = new Session();

beforeAll(async () => {
  world = await World.start({ env: DELIVERED });
  inspector.connect();
  await inspector.post('Profiler.enable');
  await inspector.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
}, 60_000);
afterAll(async () => {
  await inspector.post('Profiler.stopPreciseCoverage');
  inspector.disconnect();
  expect(await world.stop()).toEqual([]);
});

/** Ours; without the emulator, which stands in for Stripe, and what every journey stands on. */
const COUNTED = /^(apps\/(?!stripe-emulator)|libs\/(?!(kernel|platform|web)\/))/;

/** A file that was loaded and not used has run nothing but its outermost function, which has no name. */
async function filesOf(work: () => Promise<unknown>): Promise<string[]> {
  await inspector.post('Profiler.takePreciseCoverage');
  await work();
  const { result } = await inspector.post('Profiler.takePreciseCoverage');
  const ran = result.filter(({ functions }) =>
    functions.some((f) => f.functionName !== '' && f.ranges.some(({ count }) => count > 0)),
  );
  const files = ran.map(({ url }) => (url.startsWith('file:') ? fileURLToPath(url) : url));
  return [...new Set(files.map((file) => relative(checkout, file)))]
    .filter((file) => COUNTED.test(file))
    .sort();
}

/** At most so many; where there are more, which they are. */
const within = (most: number, files: readonly string[]) =>
  expect(files.length > most ? files : []).toEqual([]);

test('an officer refuses a case: from the form to the row', async () => {
  const awa = await world.signedIn(['officer']);
  const { reference, caseId } = await world.aCaseOf(awa);
  const path = `/cases/${reference}/refuse`;
  const opened = await awa.get(path);
  const chosen = { reason: 'means_not_shown', step: 'confirm' };
  const files = await filesOf(async () =>
    expect((await awa.send(opened, path, chosen)).to).toBe(`/cases/${reference}?notice=refused`),
  );
  expect(await world.stateOf('visa_case', caseId)).toBe('refused');
  expect(files).toContain('libs/bond-escrow/src/direction/case-refusals.service.ts');
  within(34, files);
  // Who has confirmed it reads no page: nobody's name is opened for it.
  expect(files).not.toContain('apps/officer/src/decisions/deciding.service.ts');
});

test("Stripe's event is delivered, and the bond is held", async () => {
  const api = await world.site('api');
  const bond = await world.aBond().opened();
  await world.pay(bond.url);
  const { data } = await world.stripe<{ data: { type: string }[] }>('events?limit=100');
  const payload = JSON.stringify(data.find((e) => e.type === 'payment_intent.succeeded'));
  const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret: WEBHOOK_SECRET });
  const files = await filesOf(async () => {
    const headers = { 'stripe-signature': signature };
    expect((await postJson(api, '/webhooks/stripe', payload, headers)).statusCode).toBe(200);
    await world.workInbox();
  });
  expect(await world.stateOf('bond', bond.bondId)).toBe('held');
  expect(files).toContain('libs/processor/src/inbox/event-inbox.service.ts');
  within(52, files);
});

test('a departure in time is reported, and the refund stands', async () => {
  const bond = await world.aBond().withVisa();
  await world.crossed(world.record('admitted', bond));
  const files = await filesOf(() => world.crossed(world.record('departed', bond)));
  expect(await world.stateOf('bond', bond.bondId)).toBe('cancelled');
  expect(files).toContain('libs/departure/src/domain/assess-movement.ts');
  within(68, files);
});
