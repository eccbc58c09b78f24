// The same steps by the doors that pages and jobs use. Whether each was done or refused.
import { Cases } from '#application';
import { CaseRefusals, Withdrawals } from '#bond-escrow';
import { Appeals, Decisions, Notices, Replies, Rescissions, Rulings, type Bench } from '#breach';
import type { Result } from '#kernel';
import { newId, type Tx } from '#platform';
import { EventInbox } from '#processor';
import { Visas } from '#refund';
import type { OpenedBond } from '../../test/support/world/bonds.ts';
import type { BreachStory } from '../../test/support/world/breach.ts';
import type { WorkerByHand } from '../../test/support/world/by-hand.ts';
import type { Somebody } from '../../test/support/signed-in.ts';
import type { Standing, StepName } from './bond.ts';

type Ruled = Promise<Result<{ rulingId: string }, string>>;

const STANDING = `
  select c.state as "case", b.state as bond, coalesce(l.held, 0)::int as held,
    coalesce(l.reserved, 0)::int as reserved, coalesce(l.refunded, 0)::int as refunded,
    coalesce(l.forfeited, 0)::int as forfeited
  from visa_case c join bond b on b.case_id = c.id left join ledger.bond l on l.owner_id = b.id
  where b.id = $1`;

export class RealBond {
  private constructor(
    private readonly story: BreachStory,
    private readonly worker: WorkerByHand,
    private readonly made: OpenedBond,
  ) {}

  /** The payer is on the processor's page. */
  static async opened(story: BreachStory, worker: WorkerByHand): Promise<RealBond> {
    await story.world.rows('update legal_clock set offset_seconds = 0');
    return new RealBond(story, worker, await story.world.aBond().opened());
  }

  private get world() {
    return this.story.world;
  }

  standing(): Promise<Standing> {
    return this.world.one<Standing & Record<string, unknown>>(STANDING, this.made.bondId);
  }

  /** Whether it was done. Afterwards the worker has come to rest. */
  async take(name: StepName): Promise<boolean> {
    const done = await this.acts[name]();
    await this.worker.work();
    return done;
  }

  private readonly acts: Readonly<Record<StepName, () => Promise<boolean>>> = {
    'the payer pays': () => this.fate(this.world.pay(this.made.url)),
    'the applicant withdraws': () => this.withdraws(),
    'the visa is refused': () =>
      this.onCase((tx, row) => this.officer.get(CaseRefusals).refuse(tx, row, 'security')),
    'the visa is issued': () => this.onCase((tx, row) => this.officer.get(Visas).issue(tx, row)),
    'entry is refused': () => this.crosses('refused'),
    'the traveller enters': () => this.crosses('admitted'),
    'the traveller leaves in time': () => this.crosses('departed'),
    'the traveller leaves late': () => this.leavesLate(),
    'notice is given': () => this.notice(),
    'the payer replies': () => this.replies(),
    'the time to reply passes': () => this.passes(16),
    'no breach is decided': () => this.decided('none'),
    'a breach in part is decided': () => this.decided('part'),
    'a breach in full is decided': () => this.decided('full'),
    'the time to appeal passes': () => this.passes(32, 'windows to appeal that are over'),
    'the payer appeals': () => this.appeals(),
    'the appeal is dismissed': () => this.judged('upheld'),
    'the appeal is allowed': () => this.judged('overturned'),
    'the breach is rescinded': () => this.rescinded(),
    'the last refund bounces': () => this.bounces(),
    'the treasury sends it again': () => this.sentAgain(),
    'all news come again': () => this.again(),
  };

  private get officer() {
    return this.world.officer;
  }

  private async fate(happens: Promise<unknown>): Promise<true> {
    await happens;
    return true;
  }

  private async onCase(
    work: (tx: Tx, row: Awaited<ReturnType<Cases['lock']>>) => Promise<Result<unknown, string>>,
  ): Promise<boolean> {
    const { officer, caseId } = this.made;
    return (await this.world.onCase(officer, caseId, work)).ok;
  }

  private async withdraws(): Promise<boolean> {
    const { portal } = this.world;
    const { applicant, caseId } = this.made;
    const done = await this.world.as(portal, applicant.ctx, async (tx) =>
      portal.get(Withdrawals).withdraw(tx, await portal.get(Cases).lock(tx, caseId)),
    );
    return done.ok;
  }

  /** An admission is for the day itself, so that there is a late departure two days after. */
  private async crosses(kind: 'admitted' | 'departed' | 'refused'): Promise<true> {
    const record = this.world.record(kind, this.made);
    const authorisedUntil = record.happenedAt.slice(0, 10);
    const until = kind === 'admitted' ? { authorisedUntil } : {};
    return this.fate(this.world.report({ ...record, ...until }));
  }

  private async leavesLate(): Promise<true> {
    await this.world.daysLater(2);
    const happenedAt = await this.world.legalNow();
    await this.world.report(this.world.record('departed', this.made, { happenedAt }));
    await this.worker.work();
    return this.fate(this.worker.sweepPart('referrals without a file'));
  }

  private async passes(days: number, part?: string): Promise<true> {
    await this.world.daysLater(days);
    return this.fate(part ? this.worker.sweepPart(part) : Promise.resolve());
  }

  /** Of the breach; one that there is not while there is none. */
  private async file(): Promise<{ readonly id: string; readonly ground: string }> {
    const [found] = await this.world.rows<{ id: string; ground: string }>(
      `select f.id, g.id as ground from breach_file f join breach_ground g on g.file_id = f.id
       where f.bond_id = $1`,
      this.made.bondId,
    );
    return found ?? { id: newId(), ground: newId() };
  }

  private async notice(): Promise<boolean> {
    const { id } = await this.file();
    const named = [{ code: 'late_departure', facts: 'Left two days late.' }] as const;
    const { adjudicator } = this.story.people;
    const give = (tx: Tx) => this.officer.get(Notices).give(tx, id, named);
    return (await this.story.as(adjudicator, 'officer', give)).ok;
  }

  private async replies(): Promise<boolean> {
    const { id, ground } = await this.file();
    const said = [{ groundId: ground, text: 'The flight was cancelled.' }];
    const send = (tx: Tx) => this.world.portal.get(Replies).send(tx, id, said);
    return (await this.story.as(this.made.applicant, 'portal', send)).ok;
  }

  private async appeals(): Promise<boolean> {
    const { id } = await this.file();
    const lodge = (tx: Tx) => this.world.portal.get(Appeals).lodge(tx, id, 'It was cancelled.');
    return (await this.story.as(this.made.applicant, 'portal', lodge)).ok;
  }

  /** One proposes, another approves. */
  private async ruled(
    propose: (tx: Tx, fileId: string, groundId: string) => Ruled,
    [first, second]: readonly [Somebody, Somebody],
    bench: Bench = 'adjudication',
  ): Promise<boolean> {
    const { id, ground } = await this.file();
    const proposed = await this.story.as(first, 'officer', (tx) => propose(tx, id, ground));
    if (!proposed.ok) return false;
    const { rulingId } = proposed.value;
    const approve = (tx: Tx) => this.officer.get(Rulings).approve(tx, rulingId, bench);
    const approved = await this.story.as(second, 'officer', approve);
    if (!approved.ok) throw new Error(`proposed, but not approved: ${approved.code}`);
    return true;
  }

  private decided(outcome: 'none' | 'part' | 'full'): Promise<boolean> {
    const { adjudicator, second } = this.story.people;
    const part = outcome === 'part' ? 300_000n : null;
    return this.ruled(
      (tx, fileId, groundId) => {
        const decision = this.story.decision({ ...this.made, fileId, groundId }, outcome, part);
        return this.officer.get(Decisions).propose(tx, fileId, decision);
      },
      [adjudicator, second],
    );
  }

  private judged(outcome: 'upheld' | 'overturned'): Promise<boolean> {
    const { member, otherMember } = this.story.people;
    const judgement = { outcome, reasons: 'As set out.' };
    return this.ruled(
      (tx, id) => this.officer.get(Appeals).propose(tx, id, judgement),
      [member, otherMember],
      'appeal',
    );
  }

  private rescinded(): Promise<boolean> {
    const { adjudicator, second } = this.story.people;
    return this.ruled(
      (tx, id) => this.officer.get(Rescissions).propose(tx, id, 'A boarding pass.'),
      [adjudicator, second],
    );
  }

  private async bounces(): Promise<true> {
    const refunds = await this.world.refundsOf(this.made.bondId);
    const { id } = refunds.find(({ status }) => status === 'succeeded')!;
    return this.fate(this.world.control(`refunds/${id}/fail`, { reason: 'unknown' }));
  }

  private async sentAgain(): Promise<boolean> {
    const [last] = (await this.world.disbursementsOf(this.made.bondId)).slice(-1);
    return (await this.world.approveDisbursement(last?.id ?? newId())).ok;
  }

  /** Whatever the processor has told of late is looked at anew. */
  private async again(): Promise<true> {
    await this.world.worker.get(EventInbox).listFromProcessor();
    return this.fate(
      this.world.rows(
        `update processor_event set state = 'received', attempts = 0, processed_at = null,
           next_attempt_at = clock_timestamp()
         where id in (select id from processor_event where state = 'applied' order by id desc limit 8)`,
      ),
    );
  }
}
