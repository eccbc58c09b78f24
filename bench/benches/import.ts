// A CSV of 100,000 movements: sent, read through, confirmed and brought in, with each record's traveller.
// Beside it the same rows by COPY, and one statement that finds their travellers.
import pg from 'pg';
import { newId } from '#platform';
import { compare, judge, round, type BenchResult, type Side } from '../measure.ts';
import { plan } from '../plan.ts';
import { copyIn } from '../setup/copy-in.ts';
import { mustBeClean, withDatabase, type BenchDatabase } from '../setup/database.ts';
import { Imports } from '../setup/imports.ts';
import { reference } from '../setup/reference.ts';
import { rssOf } from '../setup/world.ts';

const SECONDS_RATIO = 5;
const SECONDS_MAX = 120;

class Ours implements Side {
  private readonly imports: Imports;
  private readonly db: BenchDatabase;

  constructor(imports: Imports, db: BenchDatabase) {
    this.imports = imports;
    this.db = db;
  }

  /** Making the file is no part of the time. */
  async round() {
    const file = this.imports.file(plan.importRows);
    const began = performance.now();
    const id = await this.imports.bringIn(file);
    const seconds = (performance.now() - began) / 1000;
    await this.mustBeThere(id);
    return { units: plan.importRows, seconds };
  }

  private async mustBeThere(id: string): Promise<void> {
    const { rows } = await this.db.admin.query<{ all: number; matched: number }>(
      `select count(*)::int as all, count(person_id)::int as matched from movement
       where import_id = $1`,
      [id],
    );
    const [{ all, matched } = { all: 0, matched: 0 }] = rows;
    if (all !== plan.importRows || matched !== this.imports.travellers.length) {
      throw new Error(`${all} records, ${matched} of them matched`);
    }
  }
}

/** The rows that our last round left, under ids of their own, as COPY takes them. */
class Reference implements Side {
  private readonly step = reference('import.step.sql');
  private readonly client: pg.Client;
  private readonly db: BenchDatabase;

  constructor(client: pg.Client, db: BenchDatabase) {
    this.client = client;
    this.db = db;
  }

  async round() {
    const importId = newId();
    const content = await this.content(importId);
    const began = performance.now();
    await this.client.query('begin');
    await copyIn(this.client, 'copy bench_import.movement from stdin', content);
    await this.client.query(this.step, [importId]);
    await this.client.query('commit');
    return { units: plan.importRows, seconds: (performance.now() - began) / 1000 };
  }

  private async content(importId: string): Promise<Buffer> {
    const { rows } = await this.db.admin.query<{ line: string }>(LINES, [importId]);
    if (rows.length !== plan.importRows) throw new Error(`${rows.length} rows to copy`);
    return Buffer.from(rows.map((row) => row.line).join(''));
  }
}

const LINES = `
  with last as (select id from movement_import order by sent_at desc, id desc limit 1)
  select concat_ws(E'\\t', gen_random_uuid(), '\\N', '\\N', left($1::text, 13) || m.record_id,
      m.kind, m.port_code, m.happened_at, coalesce(m.authorised_until::text, '\\N'),
      m.document_state, '\\\\x' || encode(m.document_token, 'hex'),
      '\\\\x' || encode(m.document_sealed, 'hex'), '\\\\x' || encode(m.content_token, 'hex'),
      '\\N', '\\N', 'unmatched', m.state_since, 1, 'file', $1::uuid, m.programme_code)
    || E'\\n' as line
  from movement m join last on m.import_id = last.id order by m.id`;

async function openReference(db: BenchDatabase, { travellers }: Imports): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: db.adminUrl });
  await client.connect();
  await client.query(reference('import.sql'));
  await client.query(
    `insert into bench_import.travel_document (id, person_id, number_token, confirmed_at)
     select *, now() from unnest($1::uuid[], $2::uuid[], $3::bytea[])`,
    [
      ...[travellers.map((t) => t.documentId), travellers.map((t) => t.personId)],
      travellers.map((t) => t.token),
    ],
  );
  return client;
}

export const importFile = (say: (line: string) => void): Promise<BenchResult> =>
  withDatabase(say, async (db) => {
    const imports = await Imports.start(db, plan.importRows);
    const client = await openReference(db, imports);
    try {
      const sides = [new Ours(imports, db), new Reference(client, db)] as const;
      const {
        ours,
        reference: other,
        ratio,
        ...figures
      } = await compare(...sides, plan.rounds, say);
      await mustBeClean(db);
      const seconds = plan.importRows / ours;
      const inSeconds = round(1 / ratio, 2);
      return {
        name: 'import',
        ok: true,
        ...{ ours: round(seconds), reference: round(plan.importRows / other), ratio: inSeconds },
        ...figures,
        referenceKind: 'pg',
        rssMiB: rssOf(process.pid),
        goal: `seconds ratio <= ${SECONDS_RATIO}, ${SECONDS_MAX} seconds at most`,
        ...judge(
          { ...figures, ours, reference: other, ratio },
          inSeconds <= SECONDS_RATIO && seconds <= SECONDS_MAX,
          db,
        ),
      };
    } finally {
      await client.end();
      await imports.close();
    }
  });
