// Facts about stays at each of their stages, through the doors that the pages use.
import { CaseQueries, type CaseView } from '#application';
import {
  StayChecks,
  StayReports,
  StaySettling,
  type StayFactKind,
  type StayProposal,
} from '#departure';
import type { CheckedFile } from '#documents';
import { addDays, mustBeOk, Temporal, type PlainDate } from '#kernel';
import { Database, type Tx } from '#platform';
import { somebody, type Somebody } from './signed-in.ts';
import type { TestBond } from './world/bonds.ts';
import type { World } from './world/world.ts';

const PAPER: CheckedFile = {
  ...{ type: 'image/png', pages: null, scan: 'not_scanned' },
  bytes: Buffer.from('a picture of a paper'),
};
const OWN = { kind: 'extension', recordedBy: null } as const;

export class StayFlow {
  private constructor(
    readonly world: World,
    readonly ama: Somebody,
    readonly boubacar: Somebody,
  ) {}

  static async of(world: World): Promise<StayFlow> {
    const ama = await somebody(world.db, 'staff', world.consulateId);
    return new StayFlow(world, ama, await somebody(world.db, 'staff', world.consulateId));
  }

  private inCase<T>(
    site: 'portal' | 'officer',
    who: Somebody,
    { caseId }: TestBond,
    fn: (reports: StayReports, tx: Tx, theCase: CaseView) => Promise<T>,
  ): Promise<T> {
    const process = this.world[site];
    return process.get(Database).write(who.ctx, async (tx) => {
      const theCase = (await process.get(CaseQueries).byId(tx, caseId))!;
      return fn(process.get(StayReports), tx, theCase);
    });
  }

  async leaveBy({ caseId }: TestBond): Promise<PlainDate> {
    const sql = 'select leave_by::text as day from visa where case_id = $1';
    return Temporal.PlainDate.from((await this.world.one<{ day: string }>(sql, caseId)).day);
  }

  /** The traveller asks until so many days after the leave-by date. */
  async begun(posted: TestBond, days = 10) {
    const wish = { kind: 'extension', reason: 'illness' } as const;
    const day = addDays(await this.leaveBy(posted), days);
    return this.inCase('portal', posted.applicant, posted, (reports, tx, theCase) =>
      reports.begin(tx, theCase, { ...wish, day }, null),
    );
  }

  addFile(posted: TestBond) {
    return this.inCase('portal', posted.applicant, posted, (reports, tx, theCase) =>
      reports.addFile(tx, theCase, OWN, PAPER),
    );
  }

  send(posted: TestBond) {
    return this.inCase('portal', posted.applicant, posted, (reports, tx, theCase) =>
      reports.send(tx, theCase, OWN),
    );
  }

  /** With one file, and sent; returns its id. */
  async asked(posted: TestBond, days = 10): Promise<string> {
    const { id } = mustBeOk(await this.begun(posted, days));
    mustBeOk(await this.addFile(posted));
    mustBeOk(await this.send(posted));
    return id;
  }

  /** By an officer, with a file; it waits for the second person. Returns its id. */
  async recorded(posted: TestBond, kind: StayFactKind, day: PlainDate, who = this.ama) {
    const fact = { kind, day, reason: 'authority_granted' } as const;
    const id = await this.inCase('officer', who, posted, async (reports, tx, theCase) => {
      const begun = mustBeOk(await reports.begin(tx, theCase, fact, who.accountId));
      mustBeOk(await reports.addFile(tx, theCase, { kind, recordedBy: who.accountId }, PAPER));
      return begun.id;
    });
    mustBeOk(await this.by(who, (checks, tx) => checks.record(tx, id)));
    return id;
  }

  by<T>(who: Somebody, fn: (checks: StayChecks, tx: Tx) => Promise<T>): Promise<T> {
    const { officer } = this.world;
    return officer.get(Database).write(who.ctx, (tx) => fn(officer.get(StayChecks), tx));
  }

  propose(id: string, proposal: StayProposal, who = this.ama) {
    return this.by(who, (checks, tx) => checks.propose(tx, id, proposal));
  }

  confirm(id: string, who = this.boubacar) {
    return this.by(who, (checks, tx) => checks.second.confirm(tx, id));
  }

  settle(id: string): Promise<void> {
    return this.world.worker.get(StaySettling).settle(id);
  }

  /** Granted by two people and carried out, until so many days after the leave-by date. */
  async extended(posted: TestBond, days = 10): Promise<PlainDate> {
    const day = addDays(await this.leaveBy(posted), days);
    const id = await this.asked(posted, days);
    mustBeOk(await this.propose(id, { outcome: 'accept', day }));
    mustBeOk(await this.confirm(id));
    await this.settle(id);
    return day;
  }

  rowOf(id: string) {
    return this.world.one<Record<string, unknown>>('select * from stay_fact where id = $1', id);
  }

  /** Stay, bond and case beside each other. */
  standing({ caseId }: TestBond) {
    type Standing = Record<'bond' | 'case' | 'leaveBy' | 'dueOn' | 'remindOn', string | null>;
    return this.world.one<Standing>(
      `select b.state as bond, c.state as "case", v.leave_by::text as "leaveBy",
         v.due_on::text as "dueOn", v.remind_on::text as "remindOn"
       from visa_case c join visa v on v.case_id = c.id left join bond b on b.case_id = c.id
       where c.id = $1`,
      caseId,
    );
  }
}
