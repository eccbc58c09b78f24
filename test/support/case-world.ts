// Cases from the first page to the visa, in the processes that may move them.
import type { CaseEvent, CaseRow } from '#application';
import { mustBeOk } from '#kernel';
import { systemCtx, type Tx } from '#platform';
import { declaration, reviewed, startProcess, somebody } from './application-world.ts';
import type { Process, Somebody } from './application-world.ts';
import { freshDatabase, oracleIsClean, type TestDatabase } from './database.ts';

export class CaseWorld {
  private constructor(
    readonly db: TestDatabase,
    readonly portal: Process,
    readonly officer: Process,
    readonly worker: Process,
    /** Ids of consulates by city. */
    readonly consulates: Readonly<Record<string, string>>,
  ) {}

  static async start(): Promise<CaseWorld> {
    const db = await freshDatabase();
    const [portal, officer, worker] = await Promise.all([
      ...[startProcess(db, 'portal'), startProcess(db, 'officer'), startProcess(db, 'worker')],
    ] as const);
    const { rows } = await db.admin.query<{ id: string; city: string }>(
      'select id, city from consulate',
    );
    const consulates = Object.fromEntries(rows.map((row) => [row.city, row.id]));
    return new CaseWorld(db, portal, officer, worker, consulates);
  }

  /** Closes everything and returns what the oracle complains of. */
  async stop(): Promise<string[]> {
    const complaints = await oracleIsClean(this.db.adminUrl);
    await Promise.all([this.portal, this.officer, this.worker].map(({ app }) => app.close()));
    await this.db.drop();
    return complaints;
  }

  async rows<R extends object = Record<string, unknown>>(
    sql: string,
    ...params: unknown[]
  ): Promise<R[]> {
    return (await this.db.admin.query<R>(sql, params)).rows;
  }

  anApplicant(): Promise<Somebody> {
    return somebody(this.db, 'applicant');
  }

  anOfficer(consulateId?: string): Promise<Somebody> {
    return somebody(this.db, 'staff', consulateId);
  }

  wishOf({ accountId, contactPointId }: Somebody) {
    const consulateId = this.consulates.Washington!;
    const programmeCode = 'mali-us';
    return { accountId, contactPointId, programmeCode, consulateId, language: 'en' as const };
  }

  open(who: Somebody, more: object = {}) {
    const wish = { ...this.wishOf(who), ...more };
    return this.portal.database.write(who.ctx, (tx) => this.portal.applying.open(tx, wish));
  }

  async opened(who: Somebody): Promise<{ id: string; reference: string }> {
    return mustBeOk(await this.open(who));
  }

  save(who: Somebody, id: string, page: string, answers: Record<string, string>) {
    const { database, applying } = this.portal;
    return database.write(who.ctx, (tx) => applying.saveAnswers(tx, id, page, answers));
  }

  submit(who: Somebody, id: string, what = declaration()) {
    return this.portal.database.write(who.ctx, (tx) => this.portal.applying.submit(tx, id, what));
  }

  asOfficer<T>(who: Somebody, fn: (tx: Tx) => Promise<T>): Promise<T> {
    return this.officer.database.write(who.ctx, fn);
  }

  /** The same, with a case that is locked. */
  onCase<T>(who: Somebody, id: string, fn: (tx: Tx, row: CaseRow) => Promise<T>): Promise<T> {
    return this.asOfficer(who, async (tx) => fn(tx, await this.officer.cases.lock(tx, id)));
  }

  byRule<T>(fn: (tx: Tx) => Promise<T>): Promise<T> {
    return this.worker.database.write(systemCtx('test'), fn);
  }

  /** A case that an applicant has just submitted to a consulate. */
  async submitted(city = 'Washington'): Promise<CaseRow> {
    const who = await this.anApplicant();
    const { id } = mustBeOk(await this.open(who, { consulateId: this.consulates[city]! }));
    return mustBeOk(await this.submit(who, id));
  }

  /** A case under review, held by its officer. */
  async held(by: Somebody): Promise<CaseRow> {
    const { id } = await this.submitted();
    return this.asOfficer(by, (tx) => reviewed(this.officer.app, tx, id));
  }

  /** A case whose bond is held, as bond-escrow leaves it. */
  async posted(by: Somebody): Promise<CaseRow> {
    const { id } = await this.held(by);
    const { officer, worker } = this;
    await this.onCase(by, id, (tx, row) => officer.cases.bondRequired(tx, row));
    return this.byRule(async (tx) => worker.cases.bondPosted(tx, await worker.cases.lock(tx, id)));
  }

  async issued(by: Somebody): Promise<CaseRow> {
    const row = await this.posted(by);
    const { reviewing } = this.officer;
    mustBeOk(await this.onCase(by, row.id, (tx, held) => reviewing.issueVisa(tx, held)));
    return row;
  }

  async rowOf(id: string): Promise<Record<string, unknown>> {
    return (await this.rows('select * from visa_case where id = $1', id))[0]!;
  }

  async eventsOf(id: string): Promise<CaseEvent[]> {
    const steps = await this.rows<{ event: CaseEvent }>(
      'select event from visa_case_history where owner_id = $1 order by seq',
      id,
    );
    return steps.map(({ event }) => event);
  }

  async mailsOf(row: CaseRow): Promise<string[]> {
    const mails = await this.rows<{ template: string }>(
      `select m.template from mail m join pgboss.job j on j.data->>'mailId' = m.id::text
       where m.contact_point_id = $1 and m.params @> $2 order by m.created_at`,
      row.contactPointId,
      JSON.stringify({ reference: row.reference }),
    );
    return mails.map(({ template }) => template);
  }

  /** What a refused step must leave as it was. */
  async everything(): Promise<unknown> {
    const [all] = await this.rows(
      `select (select jsonb_agg(to_jsonb(c) order by id) from visa_case c) as cases,
              (select count(*) from visa_case_history) as steps,
              (select count(*) from case_submission) as submissions,
              (select count(*) from person) as persons,
              (select count(*) from travel_document) as documents,
              (select count(*) from mail) as mails,
              (select count(*) from pgboss.job) as jobs`,
    );
    return all;
  }
}
