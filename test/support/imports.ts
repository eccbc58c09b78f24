// Records that officers bring in, at each of their stages, through the doors that pages and jobs use.
import { ImportWorker, MovementAssessor } from '#departure';
import { mustBeOk, type Result } from '#kernel';
import { Database, type Tx } from '#platform';
import { MovementImports, type HandRecord } from '#travel';
import { somebody, type Somebody } from './signed-in.ts';
import type { TestCase } from './world/cases.ts';
import type { World } from './world/world.ts';

export const COLUMNS =
  'record_id,kind,port,happened_at,authorised_until,issuing_state,document_number';
const STAMP = { type: 'image/png', pages: null, scan: 'not_scanned' } as const;

let records = 0;

/** One row of a file as a post writes it; `more` replaces fields. */
export function aRow(
  kind: string,
  of: Pick<TestCase, 'passport'> | null,
  more: Partial<Record<string, string>> = {},
): string {
  const { issuingState = 'USA', number = 'C10000001' } = of?.passport ?? {};
  const minutes = kind === 'departed' ? 30 : 60;
  const row: Record<string, string | undefined> = {
    ...{ record_id: `POST-${++records}`, kind, port: 'BKO' },
    happened_at: new Date(Date.now() - minutes * 60_000).toISOString(),
    ...{ authorised_until: '', issuing_state: issuingState, document_number: number, ...more },
  };
  return COLUMNS.split(',')
    .map((name) => row[name])
    .join(',');
}
export const aFile = (...rows: readonly string[]): Buffer =>
  Buffer.from([COLUMNS, ...rows, ''].join('\n'));

export class ImportFlow {
  private constructor(
    readonly world: World,
    readonly ama: Somebody,
    readonly boubacar: Somebody,
  ) {}

  static async of(world: World): Promise<ImportFlow> {
    const ama = await somebody(world.db, 'staff', world.consulateId);
    return new ImportFlow(world, ama, await somebody(world.db, 'staff', world.consulateId));
  }

  by<T>(who: Somebody, fn: (imports: MovementImports, tx: Tx) => Promise<T>): Promise<T> {
    const { officer } = this.world;
    return officer.get(Database).write(who.ctx, (tx) => fn(officer.get(MovementImports), tx));
  }

  /** An officer sends a file. */
  async send(bytes: Buffer, who = this.ama): Promise<Result<{ id: string }>> {
    const form = this.world.officer.get(MovementImports).look(bytes);
    if (!form.ok) return form;
    return this.by(who, (imports, tx) => imports.sendFile(tx, 'mali-us', bytes, form.value));
  }

  /** An officer types a record in. */
  enter(record: HandRecord, reason = 'system_was_down', who = this.ama) {
    const proof = { ...STAMP, bytes: Buffer.from('a picture of a stamp') };
    return this.by(who, (imports, tx) => imports.enter(tx, 'mali-us', { record, reason, proof }));
  }

  /** The worker takes its job, the one after the other. */
  async run(id: string): Promise<void> {
    const { worker } = this.world;
    await worker.get(ImportWorker).run(id);
    const pages = await this.world.rows<{ first: string; last: string }>(
      `select data->>'first' as first, data->>'last' as last from pgboss.job
       where name = 'movements.assess' and data->>'importId' = $1 order by created_on, id`,
      id,
    );
    for (const page of pages) await worker.get(MovementAssessor).assessImport(id, page);
  }

  /** Sent and read through; its id. */
  async checked(...rows: readonly string[]): Promise<string> {
    return this.checkedFile(aFile(...rows));
  }

  async checkedFile(bytes: Buffer): Promise<string> {
    const { id } = mustBeOk(await this.send(bytes));
    await this.run(id);
    return id;
  }

  confirm(id: string, who = this.boubacar) {
    return this.by(who, (imports, tx) => imports.confirm(tx, id));
  }

  /** Confirmed by the second person, brought in and put before the rules. */
  async bringIn(id: string): Promise<void> {
    mustBeOk(await this.confirm(id));
    await this.run(id);
  }

  rowOf(id: string) {
    return this.world.one(
      `select state, encoding, delimiter, form, accepted, duplicates, refused, matched, loaded
       from movement_import where id = $1`,
      id,
    );
  }

  problemsOf(id: string) {
    return this.world.rows<{ line: number; reason: string }>(
      'select line, reason from movement_import_problem where import_id = $1 order by line',
      id,
    );
  }

  foreseen(id: string) {
    return this.world.rows<{ line: number; outcome: string; why: string; reference: string }>(
      `select line, outcome, why, reference from movement_import_match
       where import_id = $1 order by line`,
      id,
    );
  }
}
