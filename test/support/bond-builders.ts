// Cases and bonds at each stage, in verbs of the domain: each does what comes before it as well.
import { Applying, Cases } from '#application';
import { Bonds, Directions, Posting, Undertakings } from '#bond-escrow';
import { mustBeOk } from '#kernel';
import { declaration, reviewed, somebody, type Somebody } from './application-world.ts';
import type { CardName } from '../../apps/stripe-emulator/src/behaviour/cards.ts';
import type { Ctx, Tx } from '#platform';
import type { TestingModule } from '@nestjs/testing';
import type { TestDatabase } from './database.ts';

/** What is needed of the world around: its processes, its money and its news. */
interface Stage {
  readonly db: TestDatabase;
  readonly portal: TestingModule;
  readonly officer: TestingModule;
  as<T>(process: TestingModule, ctx: Ctx, work: (tx: Tx) => Promise<T>): Promise<T>;
  aCase(): CaseBuilder;
  pay(url: string, card?: CardName): Promise<{ status: number }>;
  news(): Promise<void>;
  stateOf(table: 'bond', id: string): Promise<string | undefined>;
}

export interface TestCase {
  readonly caseId: string;
  readonly reference: string;
  readonly applicant: Somebody;
  readonly officer: Somebody;
}

export interface TestBond extends TestCase {
  readonly bondId: string;
}

export const DEFAULT_TIER = 1_000_000n;
export const LOWER_TIER = 500_000n;

export class CaseBuilder {
  constructor(
    private readonly world: Stage,
    private readonly consulateId: string,
  ) {}

  async submitted(): Promise<TestCase> {
    const { db, portal } = this.world;
    const applicant = await somebody(db, 'applicant');
    const officer = await somebody(db, 'staff', this.consulateId);
    const applying = portal.get(Applying);
    const { id, reference } = await this.world.as(portal, applicant.ctx, async (tx) =>
      mustBeOk(
        await applying.open(tx, {
          accountId: applicant.accountId,
          contactPointId: applicant.contactPointId,
          programmeCode: 'mali-us',
          consulateId: this.consulateId,
          language: 'en',
        }),
      ),
    );
    await this.world.as(portal, applicant.ctx, async (tx) =>
      mustBeOk(await applying.submit(tx, id, declaration())),
    );
    return { caseId: id, reference, applicant, officer };
  }

  /** The officer has taken it and found nothing against it. */
  async underReview(): Promise<TestCase> {
    const made = await this.submitted();
    const { officer } = this.world;
    await this.world.as(officer, made.officer.ctx, async (tx) => {
      await reviewed(officer, tx, made.caseId, this.consulateId);
    });
    return made;
  }
}

/** Each verb does what comes before it as well. */
export class BondBuilder {
  constructor(
    private readonly world: Stage,
    private readonly amountMinor: bigint,
  ) {}

  async directed(): Promise<TestBond> {
    const made = await this.world.aCase().underReview();
    const { officer } = this.world;
    const directed = await this.world.as(officer, made.officer.ctx, async (tx) =>
      mustBeOk(
        await officer.get(Directions).direct(tx, await officer.get(Cases).lock(tx, made.caseId), {
          amountMinor: this.amountMinor,
        }),
      ),
    );
    if (!('bondId' in directed)) throw new Error('this tier waits for a second person');
    return { ...made, bondId: directed.bondId };
  }

  async signed(): Promise<TestBond> {
    const made = await this.directed();
    mustBeOk(await signUndertaking(this.world, made));
    return made;
  }

  /** The payer is on the processor's page. */
  async opened(): Promise<TestBond & { url: string }> {
    const made = await this.signed();
    return { ...made, url: mustBeOk(await startPosting(this.world, made)).url };
  }

  /** The payer has paid; we have not heard of it. */
  async paid(card: CardName = 'visa'): Promise<TestBond & { url: string }> {
    const made = await this.opened();
    const { status } = await this.world.pay(made.url, card);
    if (status !== 303) throw new Error(`the payment page answered ${status}`);
    return made;
  }

  async held(card: CardName = 'visa'): Promise<TestBond> {
    const made = await this.paid(card);
    await this.world.news();
    const state = await this.world.stateOf('bond', made.bondId);
    if (state !== 'held') throw new Error(`the bond is ${state}`);
    return made;
  }
}

/** The payer presses "Pay". */
export const startPosting = (world: Stage, bond: TestBond, portal = world.portal) =>
  portal.get(Posting).start({
    ctx: bond.applicant.ctx,
    bondId: bond.bondId,
    returnUrl: `http://localhost:3000/cases/${bond.reference}?paid`,
    cancelUrl: `http://localhost:3000/cases/${bond.reference}`,
    language: 'en',
  });

/** The payer reads the undertaking and signs it. */
export const signUndertaking = (world: Stage, { bondId, applicant }: TestBond) =>
  world.as(world.portal, applicant.ctx, async (tx) => {
    const undertakings = world.portal.get(Undertakings);
    const bond = (await world.portal.get(Bonds).find(tx, bondId))!;
    const { texts } = await undertakings.contract(tx, bond);
    return undertakings.sign(tx, {
      bondId,
      signerName: 'ada  example',
      language: 'en',
      textSha256: texts.en.textSha256,
      address: '192.0.2.7',
    });
  });
