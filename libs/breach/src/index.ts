export { BreachModule } from './breach.module.ts';
export { BreachSweep } from './breach-sweep.service.ts';
export { AppealWindows } from './appeal/appeal-windows.service.ts';
export { Appeals } from './appeal/appeals.service.ts';
export { Decisions } from './decision/decisions.service.ts';
export { replyDeadline } from './domain/deadlines.ts';
export { type Factor, factors, isWeight, type Weight, weights } from './domain/factors.ts';
export { type Ground, grounds } from './domain/grounds.ts';
export { TEXT_MAX } from './domain/reply.ts';
export {
  type DecisionOutcome,
  isDecisionOutcome,
  partsOf,
  type RulingKind,
  type RulingOutcome,
} from './domain/ruling.ts';
export type { StandstillCode, NextToAct } from './domain/standstill.ts';
export { type Standstill, Standstills } from './standstill/standstill.queries.ts';
export { breachStandings, type BreachStanding } from './domain/standing.ts';
export {
  breachRulingLifecycle,
  type RulingDeclineReason,
  rulingDeclineReasons,
  type RulingState,
} from './domain/ruling.lifecycle.ts';
export { type BreachList, isBreachList } from './file/breach-lists.queries.ts';
export {
  BreachReading,
  type BreachSummary,
  type BreachView,
  type GroundView,
} from './file/breach-reading.service.ts';
export { type BreachLine, BreachQueries } from './file/breach.queries.ts';
export { breachesUnfinished } from './file/unfinished.queries.ts';
export { breachesWaiting } from './file/waiting.queries.ts';
export { DecisionLetters } from './letter/decision-letters.service.ts';
export { Notices } from './notice/notices.service.ts';
export { ReplyFiles } from './notice/reply-files.service.ts';
export { Replies } from './notice/replies.service.ts';
export { Referrals } from './referral/referrals.service.ts';
export { Rescissions } from './rescission/rescissions.service.ts';
export { CarryingOut } from './ruling/carrying-out.service.ts';
export { Forfeits } from './ruling/forfeits.service.ts';
export type { RulingView } from './ruling/ruling-reading.service.ts';
export { type Bench, Rulings } from './ruling/rulings.service.ts';
