export { type ComparedRule, compareProgrammes, type RuleValue } from './domain/compare.ts';
export {
  departureDueOn,
  evidenceDueOn,
  passportNeededUntil,
  passportValidity,
  type PassportValidity,
  type PlannedStay,
  postingDeadline,
  promisedBy,
  unusedDueOn,
  visaDates,
} from './domain/deadlines.ts';
export { isListedPort, type ListedPort, portOn, portsFrom, portsOn } from './domain/ports.ts';
export type { ConsulateView, ProgrammeInForce } from './domain/programme.ts';
export {
  isSwitchReason,
  mayOpenCase,
  openFirst,
  programmeLifecycle,
  type ProgrammeState,
  programmeVersionLifecycle,
  switchReasons,
} from './domain/programme.lifecycle.ts';
export { ruleNames, type Rules, type RuleValues } from './domain/rules.ts';
export {
  chooseTier,
  type ChosenTier,
  DEFAULT_TIER,
  type TierRefusal,
  tierStanding,
  WAIVED,
} from './domain/tier.ts';
export { ProgrammeModule } from './programme.module.ts';
export { oneConsulateOrAll } from './programme.store.ts';
export { Programmes } from './programmes.service.ts';
