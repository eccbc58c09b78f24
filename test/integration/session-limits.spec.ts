// A session's limits stand twice: with a site's pages, and in the database, which believes no page.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Config } from '#platform';
import { webOptions as officer } from '../../apps/officer/src/web-options.ts';
import { webOptions as portal } from '../../apps/portal/src/web-options.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

/** Use is noted once a minute, so the database waits a little longer for the next one. */
const NOTING_MINUTES = 2;

const url = 'http://localhost:3000';
const config = {
  ...{ portalUrl: url, officerUrl: url, stripe: { checkoutOrigin: url } },
} as unknown as Config;

let world: TestDatabase;
beforeAll(async () => {
  world = await freshDatabase();
});
afterAll(() => world.drop());

test.each([
  ['portal', portal],
  ['officer', officer],
] as const)('%s: pages and database end a session by the same limits', async (site, options) => {
  const { rows } = await world.admin.query(
    `select extract(epoch from app.idle_limit($1))::int / 60 as idle,
            extract(epoch from app.absolute_limit($1))::int / 3600 as absolute`,
    [site],
  );
  const { idleMinutes, absoluteHours } = options(config);
  expect(rows).toEqual([{ idle: idleMinutes + NOTING_MINUTES, absolute: absoluteHours }]);
});
