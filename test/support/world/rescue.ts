// Refunds that go to a bank account, for tests: the treasury asks, the payer gives one.
import { Database } from '#platform';
import { mustBeOk } from '#kernel';
import { RescueAccounts, RescueAsking, RescueQueries, RescueSettling } from '#refund';
import type { Somebody } from '../signed-in.ts';
import type { TestBond } from './bonds.ts';
import type { World } from './world.ts';

const HOLDER = 'Ada Maria Example';
export const US = {
  kind: 'us' as const,
  ...{ holder: HOLDER, iban: '', routing: '021000021', number: '000123456789' },
};
export const IBAN = {
  kind: 'iban' as const,
  ...{ holder: HOLDER, iban: 'FR14 2004 1010 0505 0001 3M02 606', routing: '', number: '' },
};

export type RescuedBond = TestBond & { refundId: string; next: string };

export class RescueStory {
  private constructor(
    readonly world: World,
    readonly ama: Somebody,
    readonly boubacar: Somebody,
  ) {}

  static async of(world: World): Promise<RescueStory> {
    return new RescueStory(world, ...(await world.treasury()));
  }

  /** Of a bond: its card was closed, and another disbursement waits for the treasury. */
  async failed(): Promise<RescuedBond> {
    const made = await this.world.aFailedRefund('expired_or_canceled_card');
    return { ...made, refundId: await this.refundOf(made.bondId) };
  }

  async refundOf(bondId: string): Promise<string> {
    const sql = 'select id from refund where bond_id = $1';
    return (await this.world.one<{ id: string }>(sql, bondId)).id;
  }

  ask(refundId: string, by = this.ama) {
    return this.world.asOfficer(by, (tx) => this.world.officer.get(RescueAsking).ask(tx, refundId));
  }

  give({ applicant, refundId }: RescuedBond, typed: typeof US | typeof IBAN = US) {
    const accounts = this.world.portal.get(RescueAccounts);
    const account = mustBeOk(accounts.read(typed, 'USD'));
    return this.world.as(this.world.portal, applicant.ctx, (tx) =>
      accounts.give(tx, refundId, account),
    );
  }

  takeBack({ applicant, refundId }: RescuedBond) {
    const accounts = this.world.portal.get(RescueAccounts);
    return this.world.as(this.world.portal, applicant.ctx, (tx) => accounts.takeBack(tx, refundId));
  }

  /** Asked for and given. */
  async given(typed: typeof US | typeof IBAN = US): Promise<RescuedBond> {
    const bond = await this.failed();
    mustBeOk(await this.ask(bond.refundId));
    mustBeOk(await this.give(bond, typed));
    return bond;
  }

  sweep(): Promise<number> {
    return this.world.worker.get(RescueSettling).sweep();
  }

  /** As its payer sees it. */
  seen({ applicant, refundId }: RescuedBond) {
    const { portal } = this.world;
    return portal
      .get(Database)
      .read(applicant.ctx, (tx) => portal.get(RescueQueries).open(tx, refundId));
  }

  async stateOf(refundId: string): Promise<string> {
    const sql = 'select state from rescue where refund_id = $1 order by id desc limit 1';
    return (await this.world.one<{ state: string }>(sql, refundId)).state;
  }
}
