// Travellers, files of records and the people who bring them in, for the bench `import`.
import { randomUUID } from 'node:crypto';
import { DepartureModule, ImportWorker } from '#departure';
import { Persons } from '#identity';
import { mustBeOk } from '#kernel';
import { Database, loadConfig, newId, PlatformModule } from '#platform';
import { MovementImports, TravelModule } from '#travel';
import { Test, type TestingModule } from '@nestjs/testing';
import { somebody, type Somebody } from '../../test/support/signed-in.ts';
import { environmentOf } from '../../tools/processes.ts';
import type { BenchDatabase } from './database.ts';
import { benchWorld } from './world.ts';

const PROGRAMME = 'mali-us';
/** One row in a hundred is of somebody whom a consulate knows. */
const KNOWN_EVERY = 100;
const HEADER = 'record_id,kind,port,happened_at,authorised_until,issuing_state,document_number';
const BEGAN = Date.parse('2026-01-01T00:00:00Z');

export interface Traveller {
  readonly documentId: string;
  readonly personId: string;
  readonly token: Buffer;
}

const TRAVELLERS = `
  with person as (
    insert into person (id, account_id, details_token, details_sealed)
    select id, $1, sha256(id::text::bytea), 'sealed' from unnest($2::uuid[]) id
  )
  insert into travel_document (id, person_id, account_id, issuing_state, number_token, sealed,
                               expires_on, confirmed_at)
  select d.id, d.person, $1, 'USA', d.token, 'sealed', '2040-01-31', now()
  from unnest($2::uuid[], $3::uuid[], $4::bytea[]) d (person, id, token)`;

export class Imports {
  readonly travellers: readonly Traveller[];
  private readonly officer: TestingModule;
  private readonly worker: TestingModule;
  private readonly people: readonly [Somebody, Somebody];

  private constructor(
    processes: { officer: TestingModule; worker: TestingModule },
    people: readonly [Somebody, Somebody],
    travellers: readonly Traveller[],
  ) {
    this.officer = processes.officer;
    this.worker = processes.worker;
    this.people = people;
    this.travellers = travellers;
  }

  static async start(db: BenchDatabase, rows: number): Promise<Imports> {
    const officer = await processOf(db, 'officer');
    const worker = await processOf(db, 'worker');
    const people = [await somebody(db, 'staff'), await somebody(db, 'staff')] as const;
    const { accountId } = await somebody(db, 'applicant');
    const persons = officer.get(Persons, { strict: false });
    const travellers = Array.from({ length: Math.ceil(rows / KNOWN_EVERY) }, (_, n) => ({
      ...{ documentId: newId(), personId: newId(), token: persons.documentToken('USA', `K${n}`) },
    }));
    await db.admin.query(TRAVELLERS, [
      ...[accountId, travellers.map((t) => t.personId), travellers.map((t) => t.documentId)],
      travellers.map((t) => t.token),
    ]);
    return new Imports({ officer, worker }, people, travellers);
  }

  /** A file of records that nobody has sent before. */
  file(rows: number): Buffer {
    const post = randomUUID().slice(0, 8);
    const lines = Array.from({ length: rows }, (_, n) => {
      const number = n % KNOWN_EVERY === 0 ? `K${n / KNOWN_EVERY}` : `C${n}`;
      const at = new Date(BEGAN + n * 60_000).toISOString();
      const [kind, until] = n % 2 ? ['departed', ''] : ['admitted', '2026-12-31'];
      return `${post}-${n},${kind},BKO,${at},${until},USA,${number}`;
    });
    return Buffer.from([HEADER, ...lines, ''].join('\n'));
  }

  /** From the bytes in hand until every record is there with its traveller or without; its id. */
  async bringIn(file: Buffer): Promise<string> {
    const [one, other] = this.people;
    const imports = this.officer.get(MovementImports);
    const form = mustBeOk(imports.look(file));
    const doors = this.officer.get(Database);
    const { id } = mustBeOk(
      await doors.write(one.ctx, (tx) => imports.sendFile(tx, PROGRAMME, file, form)),
    );
    await this.worker.get(ImportWorker).run(id);
    mustBeOk(await doors.write(other.ctx, (tx) => imports.confirm(tx, id)));
    await this.worker.get(ImportWorker).run(id);
    return id;
  }

  async close(): Promise<void> {
    await this.officer.close();
    await this.worker.close();
  }
}

async function processOf(db: BenchDatabase, name: 'officer' | 'worker'): Promise<TestingModule> {
  const config = loadConfig(environmentOf(await benchWorld(db), name));
  const platform = PlatformModule.forRoot({ process: name, config });
  const imports = name === 'worker' ? [platform, DepartureModule] : [platform, TravelModule];
  return (await Test.createTestingModule({ imports }).compile()).init();
}
