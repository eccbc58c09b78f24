// A bond as the rules have it: which steps are possible, and what each makes of state and money. No
// clock, no database, and nothing taken from the programs: it is what they are compared with.

/** The whole bond, and the part of it that a decision in part keeps; in cents. */
const WHOLE = 1_000_000;
const PART = 300_000;

export interface Standing {
  readonly case: string;
  readonly bond: string;
  readonly held: number;
  /** Of what is held: promised to somebody already. */
  readonly reserved: number;
  readonly refunded: number;
  readonly forfeited: number;
}

export interface Bond extends Standing {
  /** What went back, each by itself. */
  readonly refunds: readonly number[];
  /** The time to reply to a notice is over. */
  readonly isReplyOver: boolean;
}

interface Step {
  readonly may: (bond: Bond) => boolean;
  readonly then: (bond: Bond) => Bond;
  /** How often it is chosen beside others that are possible; once when left out. */
  readonly weight?: number;
  /** What others do, the payer's bank, the border, time: nobody is there to refuse it. */
  readonly isFate?: true;
}

export const asked: Bond = {
  ...{ case: 'bond_required', bond: 'payment_started' },
  ...{ held: 0, reserved: 0, refunded: 0, forfeited: 0, refunds: [], isReplyOver: false },
};

/** The stay is decided, and with it the case. */
const decided = (bond: Bond): Bond =>
  bond.case === 'travelling' ? { ...bond, case: 'closed' } : bond;
/** All that is held goes back, and nothing is left to do. */
const returned = (bond: Bond): Bond => ({
  ...decided(bond),
  ...{ bond: 'closed', held: 0, reserved: 0 },
  refunds: [...bond.refunds, bond.held],
  refunded: bond.refunded + bond.held,
});
const forfeited = (bond: Bond): Bond => ({
  ...decided(bond),
  ...{ bond: 'closed', held: 0, reserved: 0, forfeited: bond.held },
});
const declared = (bond: Bond, kept: number): Bond => {
  const back = bond.held - kept;
  const refunds = back > 0 ? [...bond.refunds, back] : bond.refunds;
  return {
    ...bond,
    bond: 'breach_declared',
    held: kept,
    reserved: kept,
    refunds,
    refunded: back,
  };
};
const mayDecide = ({ bond, isReplyOver }: Bond) => bond === 'notice_given' && isReplyOver;
const isDeclared = ({ bond }: Bond) => bond === 'breach_declared';
const isAway = (b: Bond) => b.case === 'travelling' && b.bond === 'held';
const isAppealed = ({ bond }: Bond) => bond === 'appealed';

const steps = {
  'the payer pays': {
    ...{ isFate: true, weight: 4 },
    may: ({ bond }) => bond === 'payment_started',
    then: (b) => ({ ...b, case: 'bond_posted', bond: 'held', held: WHOLE }),
  },
  'the applicant withdraws': {
    may: (b) => ['bond_required', 'bond_posted'].includes(b.case),
    then: (b) => ({ ...(b.held ? returned(b) : { ...b, bond: 'withdrawn' }), case: 'withdrawn' }),
  },
  'the visa is refused': {
    may: (b) => b.case === 'bond_posted',
    then: (b) => ({ ...returned(b), case: 'refused_after_posting' }),
  },
  'the visa is issued': {
    weight: 4,
    may: (b) => b.case === 'bond_posted',
    then: (b) => ({ ...b, case: 'visa_issued' }),
  },
  'entry is refused': {
    isFate: true,
    may: (b) => b.case === 'visa_issued',
    then: (b) => ({ ...returned(b), case: 'closed' }),
  },
  'the traveller enters': {
    ...{ isFate: true, weight: 4 },
    may: (b) => b.case === 'visa_issued',
    then: (b) => ({ ...b, case: 'travelling' }),
  },
  'the traveller leaves in time': {
    isFate: true,
    may: isAway,
    then: (b) => ({ ...returned(b), case: 'closed' }),
  },
  'the traveller leaves late': {
    ...{ isFate: true, weight: 4 },
    may: isAway,
    then: (b) => ({ ...b, bond: 'referred' }),
  },
  'notice is given': {
    weight: 2,
    may: ({ bond }) => bond === 'referred',
    then: (b) => ({ ...b, bond: 'notice_given' }),
  },
  'the payer replies': {
    may: ({ bond, isReplyOver }) => bond === 'notice_given' && !isReplyOver,
    then: (b) => b,
  },
  'the time to reply passes': {
    ...{ isFate: true, weight: 2 },
    may: ({ bond, isReplyOver }) => bond === 'notice_given' && !isReplyOver,
    then: (b) => ({ ...b, isReplyOver: true }),
  },
  'no breach is decided': { may: mayDecide, then: returned },
  'a breach in part is decided': { may: mayDecide, then: (b) => declared(b, PART), weight: 2 },
  'a breach in full is decided': { may: mayDecide, then: (b) => declared(b, WHOLE), weight: 2 },
  'the time to appeal passes': { may: isDeclared, then: forfeited, isFate: true },
  'the payer appeals': { may: isDeclared, then: (b) => ({ ...b, bond: 'appealed' }), weight: 2 },
  'the appeal is dismissed': { may: isAppealed, then: forfeited },
  'the appeal is allowed': { may: isAppealed, then: returned },
  'the breach is rescinded': {
    may: (b) => isDeclared(b) || (b.bond === 'closed' && b.forfeited > 0),
    then: (b) =>
      isDeclared(b) ? returned(b) : returned({ ...b, held: b.forfeited, forfeited: 0 }),
  },
  'the last refund bounces': {
    isFate: true,
    may: ({ bond, refunds }) => bond === 'closed' && refunds.length > 0,
    then: (b) => {
      const amount = b.refunds.at(-1)!;
      const less = { refunds: b.refunds.slice(0, -1), refunded: b.refunded - amount };
      return { ...b, bond: 'cancelled', ...less, held: amount, reserved: amount };
    },
  },
  'the treasury sends it again': {
    weight: 2,
    may: ({ bond }) => bond === 'cancelled',
    then: returned,
  },
  'all news come again': { may: () => true, then: (b) => b, isFate: true },
} as const satisfies Record<string, Step>;

export type StepName = keyof typeof steps;
export const stepOf = (name: StepName): Step => steps[name];
export const stepNames = Object.keys(steps) as StepName[];

/** What the programs must show as well. */
export const standingOf = (b: Bond): Standing => ({
  ...{ case: b.case, bond: b.bond, held: b.held, reserved: b.reserved },
  ...{ refunded: b.refunded, forfeited: b.forfeited },
});
