// What the processor can do to a refund, and how it must end all the same.
import type { World } from '../../test/support/world/world.ts';

export interface Sent {
  readonly bondId: string;
  readonly caseId: string;
  readonly disbursementId: string;
}

/**
 * `by_itself`: the money is back, and nobody had to do anything. `by_a_person`: it is on the list of
 * refunds with a problem, and comes back once somebody lets the next disbursement leave.
 * `by_settlement`: something else has the money; what becomes of it is for two people.
 */
type Ending = 'by_itself' | 'by_a_person' | 'by_settlement';

export interface Trouble {
  readonly ends: Ending;
  /** What the next calls that make a refund meet. */
  readonly fault?: Readonly<Record<string, string | number>>;
  /** Other calls that fail as well: those that ask what became of it. */
  readonly isDeaf?: true;
  /** What happens at the processor before we send. */
  readonly before?: (world: World, bond: Sent) => Promise<unknown>;
  /** What happens there after it. */
  readonly after?: (world: World, bond: Sent) => Promise<unknown>;
  /** What a person does there, having seen on the list that it waits. */
  readonly relief?: (world: World) => Promise<unknown>;
  /** Nobody tries again before the processor has forgotten our key. */
  readonly isLeftForADay?: true;
}

const firstRefund = async (world: World, { bondId }: Sent) =>
  (await world.refundsOf(bondId))[0]!.id;
const fails =
  (reason: string) =>
  async (world: World, bond: Sent): Promise<void> => {
    await world.control(`refunds/${await firstRefund(world, bond)}/fail`, { reason });
    await world.news();
  };
const balance = (empty: boolean) => (world: World) => world.control('balance', { empty });

const tooMany = { status: 429 };
const busy = { status: 409 };
const broken = { status: 500, when: 'before' };
const brokenAfter = { status: 500, when: 'after' };
const cut = { does: 'reset', when: 'before' };
const cutAfter = { does: 'reset', when: 'after' };
const notOurs = { does: 'wrong_body', when: 'before' };
const notOursAfter = { does: 'wrong_body', when: 'after' };

export const troubles: Readonly<Record<string, Trouble>> = {
  'too many calls': { ends: 'by_itself', fault: tooMany },
  'an object that is busy': { ends: 'by_itself', fault: busy },
  // It is kept under the key and said again: a day later we may not send under it any more.
  'an error that is kept': { ends: 'by_a_person', fault: broken },
  'an error after the effect': { ends: 'by_itself', fault: brokenAfter },
  'a line that is cut': { ends: 'by_itself', fault: cut },
  'a line that is cut after the effect': { ends: 'by_itself', fault: cutAfter },
  'an answer of somebody else': { ends: 'by_itself', fault: notOurs },
  'an answer of somebody else after the effect': { ends: 'by_itself', fault: notOursAfter },
  'no word at all after the effect': { ends: 'by_itself', fault: cutAfter, isDeaf: true },
  'a key that is forgotten': { ends: 'by_a_person', fault: cut, isLeftForADay: true },
  'a key that is forgotten after the effect': {
    ...{ ends: 'by_itself', fault: cutAfter, isLeftForADay: true },
  },
  'a refund that fails after it succeeded': { ends: 'by_a_person', after: fails('unknown') },
  'a closed card': { ends: 'by_a_person', after: fails('expired_or_canceled_card') },
  'a balance that is too low': {
    ...{ ends: 'by_itself', before: balance(true), relief: balance(false) },
  },
  'a dispute before it leaves': {
    ends: 'by_settlement',
    before: (world, { bondId }) => world.dispute(bondId),
  },
  'a refund in the dashboard': {
    ends: 'by_settlement',
    before: (world, { bondId }) => world.refundElsewhere(bondId),
  },
};
