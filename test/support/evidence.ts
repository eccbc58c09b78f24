// Evidence of departure at each of its stages, through the doors that the pages use.
import { CaseQueries } from '#application';
import { EvidenceChecks, EvidenceReports, evidenceChecks } from '#departure';
import { mustBeOk, Temporal } from '#kernel';
import { Database } from '#platform';
import { somebody, type Somebody } from './signed-in.ts';
import type { TestBond } from './world/bonds.ts';
import { A_PICTURE } from './world/cases.ts';
import type { World } from './world/world.ts';

/** Admitted an hour ago; nobody has recorded a departure. */
export async function aTraveller(world: World): Promise<TestBond> {
  const posted = await world.aBond().withVisa();
  await world.crossed(world.record('admitted', posted));
  return posted;
}

export class EvidenceFlow {
  private constructor(
    readonly world: World,
    readonly ama: Somebody,
    readonly boubacar: Somebody,
  ) {}

  static async of(world: World): Promise<EvidenceFlow> {
    const ama = await somebody(world.db, 'staff', world.consulateId);
    return new EvidenceFlow(world, ama, await somebody(world.db, 'staff', world.consulateId));
  }

  /** The traveller's own transaction, with the case. */
  asTraveller<T>(
    posted: TestBond,
    fn: (reports: EvidenceReports, ...of: Parameters<EvidenceReports['send']>) => Promise<T>,
  ): Promise<T> {
    const { portal } = this.world;
    return portal.get(Database).write(posted.applicant.ctx, async (tx) => {
      const theCase = (await portal.get(CaseQueries).byId(tx, posted.caseId))!;
      return fn(portal.get(EvidenceReports), tx, theCase);
    });
  }

  claim(posted: TestBond, departedOn = Temporal.Now.plainDateISO('UTC')) {
    const claim = { kind: 'boarding_pass', departedOn, portCode: 'BKO' } as const;
    return this.asTraveller(posted, (reports, tx, theCase) =>
      reports.claim(tx, theCase, claim, 'Africa/Bamako'),
    );
  }

  addFile(posted: TestBond, file = A_PICTURE) {
    return this.asTraveller(posted, (reports, tx, theCase) => reports.addFile(tx, theCase, file));
  }

  send(posted: TestBond) {
    return this.asTraveller(posted, (reports, tx, theCase) => reports.send(tx, theCase));
  }

  /** Claimed, with one file, and sent; returns its id. */
  async sent(posted: TestBond): Promise<string> {
    const { id } = mustBeOk(await this.claim(posted));
    mustBeOk(await this.addFile(posted));
    mustBeOk(await this.send(posted));
    return id;
  }

  by<T>(
    who: Somebody,
    fn: (checks: EvidenceChecks, tx: Parameters<EvidenceChecks['propose']>[0]) => Promise<T>,
  ): Promise<T> {
    const { officer } = this.world;
    return officer.get(Database).write(who.ctx, (tx) => fn(officer.get(EvidenceChecks), tx));
  }

  proposeAccept(id: string, who = this.ama) {
    const proposal = { outcome: 'accept', checks: evidenceChecks } as const;
    return this.by(who, (checks, tx) => checks.propose(tx, id, proposal));
  }

  proposeRefuse(id: string, reason = 'not_legible', who = this.ama) {
    const proposal = { outcome: 'refuse', checks: ['legible'], reason } as const;
    return this.by(who, (checks, tx) => checks.propose(tx, id, proposal));
  }

  confirm(id: string, who = this.boubacar) {
    return this.by(who, (checks, tx) => checks.second.confirm(tx, id));
  }

  rowOf(id: string) {
    return this.world.one<Record<string, unknown>>('select * from evidence where id = $1', id);
  }
}
