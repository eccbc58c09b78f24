// Does what whoever owns the database could do behind every trigger: changes, removes and slips in
// sealed rows, one at a time. The verifier, with the auditor's login, must name each of them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantFromDate, Temporal } from '#kernel';
import { sealingWorker } from '../../test/support/sealing-worker.ts';
import { World } from '../../test/support/world/world.ts';
import { verifyChain } from '../../tools/verify-chain/chain.ts';
import { between, chance, Failures } from '../drill.ts';
import type { Drill, DrillOptions, Outcome } from '../drill.ts';
import { tables, type Deed, type SealedTable } from './tables.ts';

const SIZES = { all: { bonds: 6, points: 200 }, small: { bonds: 1, points: 8 } };
const LATER = Temporal.Duration.from({ hours: 49 });

type Row = Readonly<Record<string, unknown>>;

class Tampering {
  constructor(
    private readonly world: World,
    private readonly next: () => number,
  ) {}

  private pick<T>(from: readonly T[]): T {
    return from[between(this.next, 0, from.length - 1)]!;
  }

  /** One row by chance, and what is done to it. */
  async choose(): Promise<{ table: SealedTable; deed: Deed; id: string; row: Row }> {
    const table = this.pick(tables);
    const rows = await this.world.rows<{ id: string; row: Row }>(
      `select ${table.key} as id, to_jsonb(t) as row from ${table.name} t order by 1`,
    );
    return { table, deed: this.pick(table.deeds), ...this.pick(rows) };
  }

  private async behindTheBack(sql: string, ...params: unknown[]): Promise<void> {
    await this.world.rows('set session_replication_role = replica');
    await this.world.rows(sql, ...params);
    await this.world.rows('set session_replication_role = origin');
  }

  /** Returns how it is undone. */
  async commit({ name, key }: SealedTable, deed: Deed, id: string, row: Row) {
    const insert = `insert into ${name} select (jsonb_populate_record(null::${name}, $1)).*`;
    const remove = `delete from ${name} t where ${key} = $1`;
    if (deed.what === 'missing') {
      await this.behindTheBack(remove, id);
      return () => this.behindTheBack(insert, row);
    }
    if (deed.what === 'slipped_in') {
      await this.behindTheBack(insert, { ...row, ...deed.forged });
      return () => this.behindTheBack(remove, deed.idOf(row));
    }
    await this.behindTheBack(`update ${name} t set ${deed.set} where ${key} = $1`, id);
    return async () => {
      await this.behindTheBack(remove, id);
      await this.behindTheBack(insert, row);
    };
  }
}

async function bondsIn(world: World, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    const { disbursementId } = await world.aBond().cancelled();
    await world.send(disbursementId);
  }
}

async function sealAll(world: World, folder: string): Promise<void> {
  const { sealing, close } = await sealingWorker(world.db, folder);
  const { now } = await world.one<{ now: Date }>('select clock_timestamp() as now');
  await sealing.sweep(instantFromDate(now).add(LATER));
  await sealing.publish();
  await close();
}

async function tamperWith(world: World, folder: string, o: DrillOptions): Promise<Outcome> {
  const failures = new Failures(o.say);
  const { bonds, points } = SIZES[o.size];
  await bondsIn(world, bonds);
  await sealAll(world, folder);
  const verify = () => verifyChain(world.db.url('auditor'), folder);
  const tampering = new Tampering(world, chance(o.seed));
  const done: Record<string, number> = {};
  for (let point = 0; point < points; point++) {
    const { table, deed, id, row } = await tampering.choose();
    const undo = await tampering.commit(table, deed, id, row);
    const named = deed.what === 'slipped_in' ? deed.idOf(row) : id;
    const { findings } = await verify();
    const isNamed = findings.some(
      (f) => 'id' in f && f.what === deed.what && f.source === table.name && f.id === named,
    );
    const kind = `${table.name} ${deed.what}`;
    done[kind] = (done[kind] ?? 0) + 1;
    if (!isNamed) failures.add(`${kind} ${named}: not named in ${JSON.stringify(findings)}`);
    await undo();
  }
  const { findings } = await verify();
  if (findings.length) failures.add(`undone, and still: ${JSON.stringify(findings)}`);
  return { points, failures: failures.all, figures: { done } };
}

async function run(o: DrillOptions): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'day-seals-'));
  const world = await World.start();
  let outcome: Outcome | undefined;
  try {
    outcome = await tamperWith(world, folder, o);
  } finally {
    const left = await world.stop();
    rmSync(folder, { recursive: true });
    if (outcome) outcome = { ...outcome, failures: [...outcome.failures, ...left] };
  }
  return outcome;
}

export const tamper: Drill = { run };
