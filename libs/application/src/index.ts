export { CaseAnswers, type Submission } from './draft/case-answers.service.ts';
export { ApplicationModule } from './application.module.ts';
export {
  Applying,
  DRAFTS_MAX,
  type Declaration,
  type SubmitRefusal,
} from './draft/applying.service.ts';
export { CaseDocuments } from './document/case-documents.service.ts';
export type { CaseDocument } from './document/case-document.entity.ts';
export { CaseMails, type CaseMailFacts, type CaseMailOrder } from './case/case-mails.service.ts';
export { CaseQueries, type CaseStep, type CaseView } from './case/case.queries.ts';
export { Cases } from './case/cases.service.ts';
export type { DraftAnswers, PageAnswers, QuestionAnswer } from './domain/answers.ts';
export { blocksDecision, type DecideRefusal, mayAssign, mayDecide } from './domain/assignment.ts';
export {
  isRenewalReason,
  mayConfirm,
  mayRenew,
  type ReassignReason,
  reassignReasons,
  type RenewalReason,
  renewalReasons,
} from './domain/case-document.ts';
export {
  type CaseEvent,
  caseLifecycle,
  type CaseState,
  type CaseStatus,
  endedStates,
  journeyStates,
  liveStates,
  stageOf,
} from './domain/case.lifecycle.ts';
export {
  ANSWER_TEXT_MAX,
  type InformationReason,
  informationReasons,
  REQUEST_TEXT_MAX,
} from './domain/information.ts';
export {
  InformationQueries,
  type InformationRequestView,
  type InformationStanding,
} from './information/information.queries.ts';
export {
  type AskedInformation,
  type InformationRefusal,
  InformationRequests,
} from './information/information-requests.service.ts';
export { InformationSweep } from './information/information-sweep.service.ts';
export { kindOf, type QuestionId, type QuestionPage, questions } from './domain/questions.ts';
export {
  type CloseReason,
  isRefusalReason,
  refusalOf,
  type RefusalReason,
  refusalReasons,
} from './domain/reasons.ts';

export { mayWithdraw, type WithdrawRefusal } from './domain/withdrawal.ts';
export type { PageOfQueue, QueueRow } from './queues/queue.queries.ts';
export { isQueueKey, queues as caseQueues, type QueueKey } from './queues/queues.ts';
export { LeaveReminders } from './reminders/leave-reminders.service.ts';
export { Reviewing, type RefuseRefusal } from './review/reviewing.service.ts';
export { casesWaiting } from './queues/waiting.queries.ts';
export type { CaseRow, VisaRow } from './case/visa-case.entity.ts';
