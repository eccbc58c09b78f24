import type { Instant, PlainDate } from '#kernel';
import type { ConsulateContact } from './contact.ts';
import type { ProgrammeState } from './programme.lifecycle.ts';
import type { Rules } from './rules.ts';

/** One state's visa-bond scheme with the version of its rules that is asked about. */
export interface ProgrammeInForce {
  readonly code: string;
  /** The state that asks for the bond, ISO 3166 alpha-3. */
  readonly issuingState: string;
  /** Whose nationals it asks, ISO 3166 alpha-3 (R2). */
  readonly bondedNationality: string;
  /** ISO 4217; of every amount in the programme. */
  readonly currency: string;
  readonly state: ProgrammeState;
  /** Why it is in that state: a code of `switchReasons`. */
  readonly stateReason: string;
  /** Since when it is in that state; legal clock. */
  readonly stateSince: Instant;
  readonly version: number;
  /** First day on which a case is opened under this version. */
  readonly effectiveFrom: PlainDate;
  readonly legalReference: string;
  readonly rules: Rules;
}

/** An office of the programme's state, with its own zone and so its own deadlines. */
export interface ConsulateView {
  readonly id: string;
  readonly programmeCode: string;
  readonly city: string;
  /** ISO 3166 alpha-2. */
  readonly country: string;
  readonly timeZone: string;
  /** Null until the programme says how it is reached. */
  readonly contact: ConsulateContact | null;
}
