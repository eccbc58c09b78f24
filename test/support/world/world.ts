// The world of a test: all processes with their own logins on a database of its own, the Stripe
// emulator through the real SDK, and the sites when somebody visits them. Every test makes what it needs.
import { Directions } from '#bond-escrow';
import type { StaffRole } from '#identity';
import { mustBeOk } from '#kernel';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startEmulator } from '../../../apps/stripe-emulator/src/emulator.ts';
import { freshDatabase, type TestDatabase } from '../database.ts';
import { NO_BRAKE, setRules } from '../programme-rules.ts';
import { signedInCtx, somebody } from '../signed-in.ts';
import type { TestCase } from './cases.ts';
import type { Ground } from './core.ts';
import { People } from './people.ts';
import { processorAt, startProcess, type Env, type ProcessName } from './process.ts';
import { RefundSide } from './refunds.ts';
import { startSite, Visitor, type SiteName } from './sites.ts';

export interface WorldOptions {
  /** All of them when left out. */
  readonly processes?: readonly ProcessName[];
  /** Settings of every process. */
  readonly env?: Env;
  /** So long the processor lets things wait: an hour when left out, and a test moves its clock. */
  readonly delayMs?: number;
  /** Refunds of rules leave at once and however many, unless their brake is what is tested. */
  readonly brake?: 'shipped';
}

const EVERYTHING = ['portal', 'officer', 'api', 'worker'] as const;
const AN_HOUR_MS = 3_600_000;

async function makeGround(db: TestDatabase, options: WorldOptions): Promise<Ground> {
  const { delayMs = AN_HOUR_MS, processes = EVERYTHING } = options;
  const emulator = await startEmulator({ port: 0, delayMs });
  const env = { ...processorAt(emulator.url), ...options.env };
  const started = await Promise.all(
    processes.map(async (name) => [name, await startProcess(name, db.url(name), env)] as const),
  );
  const { rows } = await db.admin.query<{ id: string; city: string }>(
    `select id, city from consulate order by programme_code = 'mali-us'`,
  );
  const consulates = Object.fromEntries(rows.map(({ city, id }) => [city, id]));
  const staff = await somebody(db, 'staff', consulates['Washington']);
  return { db, emulator, delayMs, processes: new Map(started), env, consulates, staff };
}

export class World extends RefundSide {
  readonly people = new People(this);
  private readonly sites = new Map<SiteName, Promise<NestFastifyApplication>>();

  static async start(options: WorldOptions = {}): Promise<World> {
    const db = await freshDatabase();
    if (options.brake !== 'shipped') await setRules(db, NO_BRAKE);
    // Listed once, and no longer: what is reported from there counts for nothing by itself.
    await db.admin.query(
      `insert into port (id, programme_code, code, name, time_zone, listed_from, listed_until)
       values (gen_random_uuid(), 'mali-us', 'XYZ', 'Formerly', 'Africa/Bamako', '2025-10-23', '2025-10-31')`,
    );
    const world = new World(await makeGround(db, options));
    if (world.has('officer')) world.post = await world.aPost(['BKO', 'XYZ']);
    return world;
  }

  /** Something that stops with the world, before its processes do. */
  onStop(close: () => Promise<unknown>): void {
    this.closing.unshift(close);
  }

  /** A site in front of this world; started when it is asked for the first time. */
  site(name: SiteName): Promise<NestFastifyApplication> {
    const known = this.sites.get(name);
    if (known) return known;
    const starting = startSite(name, this.db, this.ground.env);
    this.sites.set(name, starting);
    this.onStop(async () => (await starting).close());
    return starting;
  }

  /** A browser at a site, of nobody yet. */
  async visitor(name: SiteName, address?: string): Promise<Visitor> {
    const formsAt = name === 'officer' ? '/' : undefined;
    return new Visitor(await this.site(name), this.db, address, formsAt);
  }

  /** Somebody with these roles, signed in at the officers' site by the page. */
  async signedIn(
    roles: readonly StaffRole[],
    name = 'Awa Keita',
    consulateId: string | null = this.consulateId,
  ): Promise<Visitor> {
    const wish = { name, consulateId, language: 'en' } as const;
    const { email, accountId } = await this.people.aStaffMember(roles, wish);
    const visitor = await this.visitor('officer');
    visitor.accountId = accountId;
    const answer = await visitor.signIn(email);
    if (answer.status !== 303) throw new Error(`not signed in: ${answer.status}`);
    return visitor;
  }

  /** Under review by that officer, through the page. */
  async aCaseOf(officer: Visitor): Promise<TestCase> {
    const made = await this.aCase().submitted();
    for (const step of ['take', 'passport/confirm']) {
      const done = await officer.post(`/cases/${made.reference}/${step}`);
      if (done.status !== 303) throw new Error(`${step}: ${done.status}`);
    }
    return made;
  }

  /** A lower amount that waits for a second person, proposed by another officer. */
  async aProposal(officer: Visitor): Promise<TestCase & { directionId: string }> {
    const made = await this.aCaseOf(officer);
    const { accountId, contactPointId } = officer;
    const ctx = await signedInCtx(this.db, accountId, 'staff');
    const wish = { amountMinor: 500_000n, reasonCode: 'ability_to_pay' };
    const directed = mustBeOk(
      await this.onCase({ accountId, contactPointId, ctx }, made.caseId, (tx, row) =>
        this.officer.get(Directions).direct(tx, row, wish),
      ),
    );
    if (!('directionId' in directed)) throw new Error('the lower amount needed nobody else');
    return { ...made, directionId: directed.directionId };
  }
}
