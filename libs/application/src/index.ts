export { CaseAnswers, type Submission } from './draft/case-answers.service.ts';
export { ApplicationModule } from './application.module.ts';
export {
  Applying,
  DRAFTS_MAX,
  type Declaration,
  type NewCase,
  type OpenRefusal,
  type SaveRefusal,
  type SubmitRefusal,
} from './draft/applying.service.ts';
export {
  CaseDocuments,
  type ConfirmingRefusal,
  type RenewingRefusal,
} from './document/case-documents.service.ts';
export type { CaseDocument } from './document/case-document.entity.ts';
export type { RivalCase } from './document/case-document.store.ts';
export { CaseMails, type CaseMailFacts, type CaseMailOrder } from './case/case-mails.service.ts';
export * from './case/case.queries.ts';
export { Cases, NoSuchCase, type Admission } from './case/cases.service.ts';
export * from './domain/answers.ts';
export * from './domain/assignment.ts';
export * from './domain/case-document.ts';
export * from './domain/case.lifecycle.ts';
export * from './domain/questions.ts';
export * from './domain/reasons.ts';
export * from './domain/scope.ts';
export {
  isQueueKey,
  queues as caseQueues,
  type QueueKey,
  type PageOfQueue,
  type QueueRow,
  type QueueWish,
} from './queues/queue.queries.ts';
export { Reviewing, type RefuseRefusal } from './review/reviewing.service.ts';
export { casesWaiting } from './queues/waiting.queries.ts';
export type { CaseRow, VisaRow } from './case/visa-case.entity.ts';
