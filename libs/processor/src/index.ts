export type {
  Applied,
  CashFact,
  DisputeFact,
  DisputeReason,
  PaymentFact,
  ProcessorFact,
  RefOf,
  RefundFact,
  WarningFact,
} from './domain/facts.ts';
export { inboxLifecycle, type InboxState } from './domain/inbox.lifecycle.ts';
export { factOfDispute, factOfRefund } from './domain/read-facts.ts';
export { EventInbox } from './inbox/event-inbox.service.ts';
export { type FactHandler, type FactRouter, routeFacts } from './inbox/fact-router.ts';
export { InboxQueries, isEventId, type DeskEvent, type OpenState } from './inbox/inbox.queries.ts';
export { eventsUnfinished } from './inbox/unfinished.queries.ts';
export { eventsWaiting } from './inbox/waiting.queries.ts';
export { ProcessorModule } from './processor.module.ts';
export {
  type Outcome,
  type ProcessorBalance,
  Processor,
  type ProcessorCheckout,
  type ProcessorDispute,
  type ProcessorMovement,
  type ProcessorRefund,
} from './processor.port.ts';
