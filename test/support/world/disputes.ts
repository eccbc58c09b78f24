// What the treasury answers to a dispute, from making the evidence to the bank that has it.
import { mustBeOk } from '#kernel';
import { renderLetter } from '#notification';
import { AnswerSender, DisputeAnswers } from '#refund';
import type { Somebody } from '../signed-in.ts';
import type { World } from './world.ts';

export interface DisputeRow {
  readonly id: string;
  readonly state: string;
  readonly submissions: number;
}

export class DisputeStory {
  constructor(private readonly world: World) {}

  get answers(): DisputeAnswers {
    return this.world.officer.get(DisputeAnswers);
  }

  send(answerId: string): Promise<void> {
    return this.world.worker.get(AnswerSender).send(answerId);
  }

  /** The newest of a bond. */
  of(bondId: string): Promise<DisputeRow> {
    return this.world.one<DisputeRow>(
      'select id, state, submissions from dispute where bond_id = $1 order by id desc limit 1',
      bondId,
    );
  }

  /** Evidence that was made and kept; the answer's id. */
  async prepared(disputeId: string, by?: Somebody): Promise<string> {
    const who = by ?? (await this.world.treasury())[0];
    const composed = this.world.asOfficer(who, (tx) => this.answers.compose(tx, disputeId));
    const pdf = await renderLetter(mustBeOk(await composed));
    mustBeOk(await this.world.asOfficer(who, (tx) => this.answers.contest(tx, disputeId, pdf)));
    return this.newest(disputeId);
  }

  /** Somebody read it and has it sent. */
  async ordered(disputeId: string): Promise<string> {
    const id = await this.prepared(disputeId);
    await this.order(id);
    return id;
  }

  /** One of the treasury, the first unless it is said, has an answer sent. */
  async order(answerId: string, by?: Somebody): Promise<void> {
    const who = by ?? (await this.world.treasury())[0];
    mustBeOk(await this.world.asOfficer(who, (tx) => this.answers.order(tx, answerId)));
  }

  /** The bank has our evidence. */
  async answered(bondId: string): Promise<string> {
    const id = await this.ordered((await this.of(bondId)).id);
    await this.send(id);
    return id;
  }

  /** Two people of the treasury give the money up. */
  async givenUp(bondId: string): Promise<string> {
    const { id: disputeId } = await this.of(bondId);
    const [first, second] = await this.world.treasury();
    mustBeOk(await this.world.asOfficer(first, (tx) => this.answers.accept(tx, disputeId)));
    const id = await this.newest(disputeId);
    await this.order(id, second);
    await this.send(id);
    return id;
  }

  async newest(disputeId: string): Promise<string> {
    const { id } = await this.world.one<{ id: string }>(
      'select id from dispute_answer where dispute_id = $1 order by id desc limit 1',
      disputeId,
    );
    return id;
  }
}
