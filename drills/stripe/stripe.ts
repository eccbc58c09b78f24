// The processor refuses, breaks, forgets and takes back, while bonds are returned: no bond is refunded
// twice, our books say what the processor's say, and whatever does not end by itself a person sees.
import { mustBeOk } from '#kernel';
import { SendingUnclear } from '#refund';
import { WorkerByHand } from '../../test/support/world/by-hand.ts';
import { processorAt } from '../../test/support/world/process.ts';
import { World } from '../../test/support/world/world.ts';
import { between, chance, Failures } from '../drill.ts';
import type { Drill, DrillOptions, Outcome } from '../drill.ts';
import { troubles, type Sent, type Trouble } from './troubles.ts';

/** Of each trouble so many bonds, a part of them in one world. */
const SIZES = { all: { rounds: 16, each: 1 }, small: { rounds: 1, each: 1 } };
/** How often one call can fail in a row; the client itself tries each twice. */
const FAULTS = { least: 2, most: 6 };
const TRIES = 3;
const PAID = 1_000_000;
const SWEEP = 'refunds without a job';

/** An hour: what is to be tried again is due. */
const AN_HOUR = `
  update pgboss.job set start_after = start_after - interval '1 hour' where state = 'retry'`;

interface Troubled extends Sent {
  readonly name: string;
  readonly trouble: Trouble;
}

class StripeDrill {
  points = 0;
  private constructor(
    private readonly world: World,
    private readonly worker: WorkerByHand,
    private readonly next: () => number,
    private readonly failures: Failures,
  ) {}

  /** In a world of its own: days pass in it at the processor. */
  static async round(seed: number, each: number, failures: Failures): Promise<number> {
    const world = await World.start();
    const env = processorAt(world.emulator.url);
    const worker = await WorkerByHand.start(world.db.url('worker'), env);
    world.onStop(() => worker.close());
    const drill = new StripeDrill(world, worker, chance(seed), failures);
    try {
      await drill.play(await drill.ready(each));
      failures.add(...(await world.oracle()));
    } finally {
      failures.add(...(await world.stop()));
    }
    return drill.points;
  }

  private async ready(each: number): Promise<Troubled[]> {
    const all: Troubled[] = [];
    for (const [name, trouble] of Object.entries(troubles)) {
      for (let n = 0; n < each; n++) {
        all.push({ name, trouble, ...(await this.world.aBond().cancelled()) });
      }
    }
    return all
      .map((one) => ({ one, place: this.next() }))
      .sort((a, b) => a.place - b.place)
      .map(({ one }) => one);
  }

  private async play(all: readonly Troubled[]): Promise<void> {
    for (const one of all) await this.meet(one);
    // Twice the life of a key: what was not made by then never is.
    for (let days = 0; days < 3; days++) await this.aDayLater();
    for (const one of all) await this.look(one);
    for (const { trouble, bondId } of all) {
      if (trouble.ends === 'by_a_person') await this.letNextLeave(bondId);
    }
    await this.aDayLater();
    for (const one of all) await this.judge(one);
  }

  /** Sent, with its trouble on the way. */
  private async meet({ name, trouble, ...bond }: Troubled): Promise<void> {
    this.points += 1;
    const { before, fault, after, relief, isDeaf, isLeftForADay } = trouble;
    await before?.(this.world, bond);
    if (fault) await this.plan('POST', fault);
    if (isDeaf) await this.plan('GET', { does: 'reset' });
    for (let tries = 0; tries < (isLeftForADay ? 1 : TRIES); tries++) await this.send(bond);
    await fetch(`${this.world.emulator.url}/_emulator/faults`, { method: 'DELETE' });
    if (!isLeftForADay) await this.send(bond);
    await after?.(this.world, bond);
    if (!relief) return;
    if (!(await this.isSeen(bond.bondId))) this.failures.add(`${name}: nobody sees that it waits`);
    await relief(this.world);
  }

  private async send({ disbursementId }: Sent): Promise<void> {
    await this.world.send(disbursementId).catch((e: unknown) => {
      if (!(e instanceof SendingUnclear)) throw e;
    });
  }

  private plan(method: string, fault: object): Promise<unknown> {
    const times = between(this.next, FAULTS.least, FAULTS.most);
    return this.world.control('faults', { method, path: '/v1/refunds', times, ...fault });
  }

  private async aDayLater(): Promise<void> {
    await this.world.pass({ hours: 25 });
    await this.world.rows(AN_HOUR);
    await this.worker.sweepPart(SWEEP);
    await this.worker.work();
  }

  /** On the list of refunds that a person must look at. */
  private async isSeen(bondId: string): Promise<boolean> {
    return (await this.world.refundLine(bondId, 'problems')) !== undefined;
  }

  private async look({ name, bondId, trouble: { ends } }: Troubled): Promise<void> {
    const { state } = await this.world.bondOf(bondId);
    const [isSeen, isBack] = [await this.isSeen(bondId), state === 'closed'];
    const told = `${name}: the bond is ${state}, ${isSeen ? 'seen' : 'not seen'}`;
    if (ends === 'by_itself' && (!isBack || isSeen)) this.failures.add(told);
    if (ends === 'by_a_person' && (isBack || !isSeen)) this.failures.add(told);
    if (ends !== 'by_settlement') return;
    const { state: reversal } = await this.world.reversalOf(bondId);
    if (reversal !== 'open') this.failures.add(`${name}: its reversal is ${reversal}`);
  }

  private async letNextLeave(bondId: string): Promise<void> {
    const next = await this.world.openDisbursement(bondId);
    mustBeOk(await this.world.approveDisbursement(next));
  }

  /** No more went back than was paid, and our books say the same as the processor's. */
  private async judge({ name, bondId, trouble: { ends } }: Troubled): Promise<void> {
    const refunds = (await this.world.refundsOf(bondId)).filter(
      ({ status }) => status !== 'failed',
    );
    const sent = refunds.reduce((sum, { amount }) => sum + amount, 0);
    const { state, held, reserved } = await this.world.bondOf(bondId);
    const states = (await this.world.statesOf(bondId)).join();
    const told = `${name}: ${refunds.length} refunds of ${sent}; the bond is ${state}, holds ${held}, ${reserved} reserved, ${states}`;
    if (refunds.length > 1 || sent > PAID) this.failures.add(told);
    if (ends === 'by_settlement') return;
    if (sent !== PAID || state !== 'closed' || held !== '0' || reserved !== '0') {
      this.failures.add(told);
    }
  }
}

async function run({ seed, say, size }: DrillOptions): Promise<Outcome> {
  const { rounds, each } = SIZES[size];
  const failures = new Failures(say);
  let points = 0;
  for (let round = 0; round < rounds; round++) {
    points += await StripeDrill.round(seed + round, each, failures);
    say(`  round ${round + 1} of ${rounds}`);
  }
  const kinds = Object.fromEntries(
    Object.entries(troubles).map(([name, { ends }]) => [name, ends]),
  );
  return { points, failures: failures.all, figures: { kinds } };
}

export const stripe: Drill = { run };
