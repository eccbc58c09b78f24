import { hideSmall, ofMany, type PublishedCount } from './suppress.ts';

/** How a bond can end (R15, R20 to R24), in the order in which it is told. */
export const endings = [
  ...['departed', 'never_used', 'not_admitted', 'no_visa', 'death'],
  ...['not_breached', 'overturned', 'rescinded', 'forfeited'],
] as const;
export type Ending = (typeof endings)[number];

export const decisions = ['none', 'part', 'full'] as const;
export const appeals = ['overturned', 'upheld'] as const;
const groundFindings = ['established', 'not_established'] as const;

/** What the books say of one programme in one quarter, before anything is hidden. */
export interface Counted {
  readonly refunds: {
    readonly inTime: number;
    readonly late: number;
    /** Of those that came back: days from the decision to the bank. */
    readonly medianDays: number | null;
    /** Nine of ten were back within these days. */
    readonly ninthDays: number | null;
  };
  readonly endings: Readonly<Partial<Record<Ending, number>>>;
  readonly decisions: Readonly<Partial<Record<(typeof decisions)[number], number>>>;
  readonly appeals: Readonly<Partial<Record<(typeof appeals)[number], number>>>;
  readonly grounds: readonly {
    readonly ground: string;
    readonly established: number;
    readonly not_established: number;
  }[];
}

/** One published figure: `part` and `name` say which; null where it would tell too much. */
export interface Figure {
  readonly part: string;
  readonly name: string;
  readonly value: PublishedCount;
}

export const TOTAL = 'total';

function whole<K extends string>(
  part: string,
  names: readonly K[],
  counts: Readonly<Partial<Record<K, number>>>,
): Figure[] {
  const { cells, total } = hideSmall(names.map((name) => counts[name] ?? 0));
  return [
    ...names.map((name, i) => ({ part, name, value: cells[i]! })),
    { part, name: TOTAL, value: total },
  ];
}

/** What is told of a quarter. The same count gives the same figures, so that anybody can check them. */
export function figuresOf(c: Counted): Figure[] {
  const { inTime, late, medianDays, ninthDays } = c.refunds;
  const days = (name: string, value: number | null): Figure => ({
    ...{ part: 'refunds', name, value: ofMany(value, inTime + late) },
  });
  return [
    ...whole('refunds', ['in_time', 'late'], { in_time: inTime, late }),
    days('median_days', medianDays),
    days('ninth_days', ninthDays),
    ...whole('endings', endings, c.endings),
    ...whole('decisions', decisions, c.decisions),
    ...whole('appeals', appeals, c.appeals),
    ...c.grounds.flatMap((found) => whole(`ground.${found.ground}`, groundFindings, found)),
  ];
}
