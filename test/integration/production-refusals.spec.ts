// What must never run in production refuses at its start, in one line: each program as a real process.
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawnChild, waitUntilReady, type Child } from '../../tools/child.ts';
import { installationOf, writeStep } from '../../tools/demonstration-mark.ts';
import { freePort } from '../../tools/postgres.ts';
import { apps, programOf, type App } from '../../tools/processes.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.drop());

const secret = (bytes: number) => randomBytes(bytes).toString('base64');

/** Settings that production takes; only the database may be the wrong one. */
async function startInProduction(app: App): Promise<Child> {
  const port = await freePort();
  return spawnChild({
    ...{ name: app, program: programOf(app), port },
    env: {
      PORTAL_MODE: 'production',
      DATABASE_URL: db.url(app),
      PORT: String(port),
      PORTAL_URL: 'https://bond.example',
      OFFICER_URL: 'https://officer.bond.example',
      API_URL: 'https://api.bond.example',
      TRUSTED_PROXIES: '127.0.0.1',
      STRIPE_SECRET_KEY: 'rk_live_of_nobody',
      STRIPE_WEBHOOK_SECRETS: `whsec_${secret(24)}`,
      SESSION_SECRET: secret(32),
      WRAPPING_KEY: secret(32),
      INDEX_KEY: secret(32),
    },
  });
}

test.each(apps)(
  'in production the %s refuses the database of a demonstration',
  async (app) => {
    await writeStep(db.adminUrl, installationOf({ wrappingKey: secret(32) }), 'complete');
    const refused = await startInProduction(app);
    expect(await refused.ended).toBe(1);
    expect(refused.log()).toBe(
      'DATABASE_URL: the database of a demonstration is not for production.',
    );
    // With the same settings and no mark it starts, so it was the mark that was refused. The worker is
    // left out: it would ask Stripe itself for events.
    await db.admin.query('delete from demonstration');
    if (app === 'worker') return;
    const started = await startInProduction(app);
    await waitUntilReady(started);
    await started.stop();
  },
  60_000,
);
