// Breach files for tests: a traveller who left late, and the people who decide about it.
import {
  Appeals,
  type Bench,
  CarryingOut,
  Decisions,
  factors,
  Notices,
  Referrals,
  Replies,
  ReplyFiles,
  Rulings,
} from '#breach';
import { mustBeOk } from '#kernel';
import type { Tx } from '#platform';
import { somebody, type Somebody } from '../signed-in.ts';
import type { TestBond } from './bonds.ts';
import { A_PICTURE } from './cases.ts';
import type { World } from './world.ts';

export interface Judges {
  readonly adjudicator: Somebody;
  readonly second: Somebody;
  readonly member: Somebody;
  readonly otherMember: Somebody;
}

/** Somebody with these roles, and those that everybody has. */
async function working(world: World, ...roles: string[]): Promise<Somebody> {
  const who = await somebody(world.db, 'staff');
  for (const role of roles) {
    await world.rows(
      'insert into account_role (account_id, role) values ($1, $2)',
      ...[who.accountId, role],
    );
  }
  return who;
}

export const judges = async (world: World): Promise<Judges> => ({
  adjudicator: await working(world, 'adjudicator'),
  second: await working(world, 'adjudicator'),
  member: await working(world, 'appeal_member'),
  otherMember: await working(world, 'appeal_member'),
});

export interface Referred extends TestBond {
  readonly fileId: string;
  readonly groundId: string;
}

/** What a breach is about, from the departure to the end of the money. */
export class BreachStory {
  constructor(
    readonly world: World,
    readonly people: Judges,
  ) {}

  /** In, and out again after the last day: referred by the rule, and its file opened. */
  async referred(): Promise<Referred> {
    const { world } = this;
    const posted = await world.aBond().withVisa();
    const admission = world.record('admitted', posted);
    const authorisedUntil = admission.happenedAt.slice(0, 10);
    await world.crossed({ ...admission, authorisedUntil });
    await world.daysLater(2);
    await world.crossed(world.record('departed', posted, { happenedAt: await world.legalNow() }));
    await world.worker.get(Referrals).openAll();
    const file = await world.one<{ id: string; ground: string }>(
      `select f.id, g.id as ground from breach_file f join breach_ground g on g.file_id = f.id
       where f.bond_id = $1`,
      posted.bondId,
    );
    return { ...posted, fileId: file.id, groundId: file.ground };
  }

  as<T>(who: Somebody, site: 'portal' | 'officer', fn: (tx: Tx) => Promise<T>): Promise<T> {
    return this.world.as(this.world.process(site), who.ctx, fn);
  }

  async noticed(): Promise<Referred> {
    const file = await this.referred();
    const { officer } = this.world;
    mustBeOk(
      await this.as(this.people.adjudicator, 'officer', (tx) =>
        officer
          .get(Notices)
          .give(tx, file.fileId, [{ code: 'late_departure', facts: 'Left three days late.' }]),
      ),
    );
    return file;
  }

  /** The payer says something to the ground, and may say it again. */
  async replied(file: Referred, text = 'The flight was cancelled.'): Promise<void> {
    const { portal } = this.world;
    mustBeOk(
      await this.as(file.applicant, 'portal', (tx) =>
        portal.get(Replies).send(tx, file.fileId, [{ groundId: file.groundId, text }]),
      ),
    );
  }

  /** The payer sends a file with that. */
  showed(file: Referred, by: Somebody = file.applicant) {
    const { portal } = this.world;
    return this.as(by, 'portal', (tx) => portal.get(ReplyFiles).add(tx, file.groundId, A_PICTURE));
  }

  /** The payer asks, and an adjudicator answers. */
  async asked(file: Referred): Promise<void> {
    const { portal, officer } = this.world;
    const asked = this.as(file.applicant, 'portal', (tx) =>
      portal.get(Replies).ask(tx, file.fileId, 'Which record?'),
    );
    mustBeOk(await asked);
    const answered = this.as(this.people.adjudicator, 'officer', (tx) =>
      officer.get(Replies).answer(tx, file.fileId, 'The one of the port.'),
    );
    mustBeOk(await answered);
  }

  decision(file: Referred, outcome: 'none' | 'part' | 'full', forfeitMinor: bigint | null = null) {
    return {
      ...{ outcome, forfeitMinor, byPost: false, reasons: 'As set out below.' },
      findings: [
        {
          ...{ groundId: file.groundId, isEstablished: outcome !== 'none' },
          reasons: 'The record of the port.',
        },
      ],
      factors: factors.map((factor) => ({ factor, weighs: 'neither' as const, note: 'Noted.' })),
    };
  }

  /** Proposed after the window, not approved yet. */
  async proposed(
    file: Referred,
    outcome: 'none' | 'part' | 'full',
    forfeitMinor: bigint | null = null,
  ): Promise<string> {
    const { officer } = this.world;
    const made = await this.as(this.people.adjudicator, 'officer', (tx) =>
      officer.get(Decisions).propose(tx, file.fileId, this.decision(file, outcome, forfeitMinor)),
    );
    return mustBeOk(made).rulingId;
  }

  async approved(rulingId: string, by: Somebody, as: Bench = 'adjudication'): Promise<void> {
    const { officer } = this.world;
    mustBeOk(await this.as(by, 'officer', (tx) => officer.get(Rulings).approve(tx, rulingId, as)));
    await this.world.worker.get(CarryingOut).carryOut(rulingId);
  }

  /** The window is over, and two adjudicators have decided. */
  async decided(
    outcome: 'none' | 'part' | 'full',
    forfeitMinor: bigint | null = null,
    noticed?: Referred,
  ): Promise<Referred> {
    const file = noticed ?? (await this.noticed());
    await this.world.daysLater(15);
    await this.approved(await this.proposed(file, outcome, forfeitMinor), this.people.second);
    return file;
  }

  async appealed(file: Referred): Promise<void> {
    const { portal } = this.world;
    mustBeOk(
      await this.as(file.applicant, 'portal', (tx) =>
        portal.get(Appeals).lodge(tx, file.fileId, 'The flight was cancelled.'),
      ),
    );
  }

  /** What was decided to go back leaves, and the processor tells what became of it. */
  async sent({ bondId }: Referred): Promise<void> {
    const { world } = this;
    const open = await world.one<{ id: string }>(
      `select d.id from disbursement d join refund r on r.id = d.refund_id
       where r.bond_id = $1 and d.state = 'approved'`,
      bondId,
    );
    await world.send(open.id);
    await world.news();
  }

  /** To the appeal, with all that can be said on the way; today is today again. */
  async toAppeal(): Promise<Referred> {
    const file = await this.noticed();
    await this.replied(file);
    mustBeOk(await this.showed(file));
    await this.asked(file);
    await this.world.daysLater(16);
    await this.approved(await this.proposed(file, 'full'), this.people.second);
    await this.appealed(file);
    await this.world.daysLater(-18);
    return file;
  }

  /** Proposed on the appeal, not approved yet. */
  async judgement(file: Referred, outcome: 'upheld' | 'overturned'): Promise<string> {
    const { officer } = this.world;
    const made = await this.as(this.people.member, 'officer', (tx) =>
      officer.get(Appeals).propose(tx, file.fileId, { outcome, reasons: 'As set out.' }),
    );
    return mustBeOk(made).rulingId;
  }

  async judged(file: Referred, outcome: 'upheld' | 'overturned'): Promise<void> {
    const rulingId = await this.judgement(file, outcome);
    await this.approved(rulingId, this.people.otherMember, 'appeal');
  }
}
