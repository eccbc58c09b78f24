// Money in suspense for tests, and the people of the treasury who decide about it.
import { dayIn, Temporal } from '#kernel';
import { SuspenseProposals, SuspenseSettling, type SuspenseProposal } from '#refund';
import type { Result } from '#kernel';
import type { Somebody } from '../signed-in.ts';
import type { TestBond } from './bonds.ts';
import type { World } from './world.ts';

export class SuspenseStory {
  private constructor(
    readonly world: World,
    readonly ama: Somebody,
    readonly boubacar: Somebody,
  ) {}

  static async of(world: World): Promise<SuspenseStory> {
    return new SuspenseStory(world, ...(await world.treasury()));
  }

  private get proposals(): SuspenseProposals {
    return this.world.officer.get(SuspenseProposals);
  }

  /** The id of a received payment of the processor (pi_…). */
  async received(processorPaymentId: string): Promise<string> {
    const { id } = await this.world.one<{ id: string }>(
      'select id from ledger.received_payment where cause = $1',
      `${processorPaymentId}:paid`,
    );
    return id;
  }

  /** Money that names nothing of ours. */
  async stray(amount = 1_000_000, currency = 'usd'): Promise<{ id: string; pi: string }> {
    const { id: pi } = await this.world.control('payment_intents', { amount, currency });
    await this.world.news();
    return { id: await this.received(pi), pi };
  }

  /** Money that came by the open session of a bond, whatever that had asked for. */
  async cameFor({ bondId }: TestBond, amount = 1_000_000): Promise<{ id: string; pi: string }> {
    const { session } = await this.world.one<{ session: string }>(
      'select session_id as session from payment where bond_id = $1 order by id desc limit 1',
      bondId,
    );
    const { id: pi } = await this.world.control('payment_intents', {
      ...{ amount, currency: 'usd', session },
    });
    await this.world.news();
    return { id: await this.received(pi), pi };
  }

  match(id: string, reference: string, by = this.ama) {
    return this.world.asOfficer(by, (tx) => this.proposals.proposeMatch(tx, id, reference));
  }

  giveBack(id: string, by = this.ama) {
    return this.world.asOfficer(by, (tx) => this.proposals.proposeReturn(tx, id));
  }

  keep(id: string, days: number, by = this.ama) {
    const until = dayIn(Temporal.Now.instant(), 'UTC').add({ days });
    const wish = { reason: 'sender_being_asked', until };
    return this.world.asOfficer(by, (tx) => this.proposals.keep(tx, id, wish));
  }

  approve(proposalId: string, by = this.boubacar) {
    return this.world.asOfficer(by, (tx) => this.proposals.approve(tx, proposalId));
  }

  decline(proposalId: string, reason: string, by = this.boubacar) {
    return this.world.asOfficer(by, (tx) => this.proposals.decline(tx, proposalId, reason));
  }

  release(id: string, by = this.ama) {
    return this.world.asOfficer(by, (tx) => this.proposals.release(tx, id));
  }

  settle(proposalId: string): Promise<void> {
    return this.world.worker.get(SuspenseSettling).settle(proposalId);
  }

  /** Proposed by one, approved by another and carried out. */
  async decided(proposing: Promise<Result<SuspenseProposal>>): Promise<string> {
    const proposed = await proposing;
    if (!proposed.ok) throw new Error(proposed.code);
    const approved = await this.approve(proposed.value.id);
    if (!approved.ok) throw new Error(approved.code);
    await this.settle(proposed.value.id);
    return proposed.value.id;
  }

  /** Stray money that two people gave back. */
  async returned(): Promise<string> {
    return this.decided(this.giveBack((await this.stray()).id));
  }

  async stateOf(proposalId: string): Promise<string> {
    const sql = 'select state from suspense_proposal where id = $1';
    return (await this.world.one<{ state: string }>(sql, proposalId)).state;
  }

  /** What the books hold of it: all, and what is on its way back. */
  held(id: string) {
    return this.world.one<{ held: string; reserved: string }>(
      'select held, reserved from ledger.account where owner_id = $1',
      id,
    );
  }

  /** The newest disbursement out of it. */
  async disbursement(id: string): Promise<{ id: string; state: string }> {
    return this.world.one(
      'select id, state from disbursement where owner_id = $1 order by attempt desc limit 1',
      id,
    );
  }
}
