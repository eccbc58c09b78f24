// The books and the processor set against each other, asked and compared as the sweep does it.
import { mustBeOk } from '#kernel';
import { Comparing, DifferenceSettling, DifferenceSteps, MovementAsking } from '#treasury';
import type { Somebody } from '../signed-in.ts';
import type { World } from './world.ts';

type Step = 'take' | 'release' | 'ask' | 'propose' | 'confirm' | 'decline';

export class Reconciliation {
  constructor(private readonly world: World) {}

  /** As if so much time had gone by since the processor was asked and anything was learned. */
  async later(minutes: number): Promise<void> {
    const ago = `interval '${minutes} minutes'`;
    await this.world.rows(`set session_replication_role = replica;
      update movement_listing set began_at = began_at - ${ago}, ended_at = ended_at - ${ago};
      update processor_movement set learned_at = learned_at - ${ago};
      update ledger.transfer set learned_at = learned_at - ${ago};
      update money_difference set checked_at = checked_at - ${ago};
      update bank_reading set transfers_until = transfers_until - ${ago};
      update comparison_progress set movements_until = movements_until - ${ago},
        transfers_until = transfers_until - ${ago};
      set session_replication_role = origin`);
  }

  /** An hour later the processor is asked; how many movements were new. */
  async asks(): Promise<number> {
    await this.later(61);
    return this.world.worker.get(MovementAsking).sweep();
  }

  /** The same, and both sides are compared once that has settled. What differs now. */
  async compares(): Promise<string[]> {
    await this.asks();
    await this.later(11);
    await this.world.worker.get(Comparing).sweep();
    return this.unsettled();
  }

  /** Some minutes later what differs is compared again, with nothing new from the processor's list. */
  async comparesAgain(): Promise<string[]> {
    await this.later(6);
    await this.world.worker.get(Comparing).sweep();
    return this.unsettled();
  }

  /** `payment not_booked` and so on, in the order in which they were found. */
  async unsettled(): Promise<string[]> {
    const rows = await this.world.rows<{ what: string }>(
      `select subject || ' ' || kind as what from money_difference
       where state <> 'closed' order by id`,
    );
    return rows.map((row) => row.what);
  }

  /** The newest about an object, whatever its state. */
  of(objectId: string): Promise<{ id: string; state: string; kind: string }> {
    return this.world.one(
      'select id, state, kind from money_difference where object_id = $1 order by id desc limit 1',
      objectId,
    );
  }

  by(who: Somebody, step: Step, id: string): ReturnType<DifferenceSteps['ask']> {
    const steps = this.world.officer.get(DifferenceSteps);
    return this.world.asOfficer(who, (tx) => steps[step](tx, id));
  }

  async must(who: Somebody, step: Step, id: string): Promise<void> {
    mustBeOk(await this.by(who, step, id));
  }

  /** What lost jobs have left; how many. */
  sweeps(): Promise<number> {
    return this.world.worker.get(DifferenceSettling).sweep();
  }

  /** The worker carries it out, and works what the processor answers. */
  async settles(id: string): Promise<void> {
    await this.world.worker.get(DifferenceSettling).settle(id);
    await this.world.workInbox();
  }
}
