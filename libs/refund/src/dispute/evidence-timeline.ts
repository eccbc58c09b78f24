import type { CaseStep, CaseView } from '#application';
import type { BondStep, BondView, SignedCopy } from '#bond-escrow';
import type { Instant, Money, PlainDate } from '#kernel';
import type { ConsulateView, ProgrammeInForce } from '#programme';
import { steps } from './evidence-pack.text.ts';

/** Everything that a pack says. */
export interface Told {
  readonly bond: BondView;
  readonly row: CaseView;
  readonly consulate: ConsulateView;
  readonly programme: ProgrammeInForce;
  /** Null where nobody signed the present terms. */
  readonly signed: SignedCopy | null;
  readonly signedFrom: string | null;
  readonly directionCode: string | null;
  readonly receiptCode: string | null;
  readonly bondSteps: readonly BondStep[];
  readonly caseSteps: readonly CaseStep[];
  readonly returned: readonly {
    readonly amount: Money;
    readonly at: Instant;
    readonly state: string;
    readonly trace: string | null;
  }[];
  /** Of the payer's account, the oldest first. */
  readonly signIns: readonly Instant[];
}

interface Line {
  /** Null where only the day is known. */
  readonly at: Instant | null;
  readonly day: PlainDate | null;
  readonly text: string;
}

/** What happened with case, bond and payment, in order; only what a bank can make use of. */
export function timelineOf({ bond, row, signed, bondSteps, caseSteps }: Told): Line[] {
  const found: [name: string, at: Instant][] = [
    ...caseSteps.map((s) => [`case.${s.event}`, s.happenedAt] as [string, Instant]),
    ...bondSteps.map((s) => [`bond.${s.event}`, s.happenedAt] as [string, Instant]),
    ...bond.payments.map((p) => ['session.opened', p.createdAt] as [string, Instant]),
    ...(signed ? [['undertaking.signed', signed.signedAt] as [string, Instant]] : []),
  ];
  const lines = found
    .filter(([name]) => steps[name])
    .sort(([, a], [, b]) => a.epochMilliseconds - b.epochMilliseconds)
    .map(([name, at]): Line => ({ at, day: null, text: steps[name]! }));
  const { departedOn } = row.visa ?? {};
  if (!departedOn) return lines;
  return [...lines, { at: null, day: departedOn, text: steps['case.departed']! }];
}
