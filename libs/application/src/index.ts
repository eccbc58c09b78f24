export { Answers, type Submission } from './answers.service.ts';
export { ApplicationModule } from './application.module.ts';
export {
  Applying,
  DRAFTS_MAX,
  type Declaration,
  type NewCase,
  type OpenRefusal,
  type SaveRefusal,
  type SubmitRefusal,
} from './applying.service.ts';
export {
  CaseDocuments,
  type ConfirmingRefusal,
  type RenewingRefusal,
} from './case-documents.service.ts';
export type { CaseDocument } from './case-document.entity.ts';
export type { RivalCase } from './case-document.store.ts';
export { CaseMails, type CaseFacts, type CaseMailOrder } from './case-mails.service.ts';
export * from './case.queries.ts';
export { Cases, NoSuchCase, type Admission } from './cases.service.ts';
export * from './domain/answers.ts';
export * from './domain/assignment.ts';
export * from './domain/case-document.ts';
export * from './domain/case-lifecycle.ts';
export * from './domain/questions.ts';
export * from './domain/reasons.ts';
export * from './domain/scope.ts';
export {
  isQueueKey,
  QUEUE_PAGE_ROWS,
  queues as caseQueues,
  type QueueKey,
  type QueuePage,
  type QueueRow,
  type QueueWish,
} from './queue.queries.ts';
export { Reviewing, type RefuseRefusal } from './reviewing.service.ts';
export { casesWaiting } from './waiting.queries.ts';
export { applicationEntities, type CaseRow, type VisaRow } from './visa-case.entity.ts';
export type { Language } from './visa-case.entity.ts';
