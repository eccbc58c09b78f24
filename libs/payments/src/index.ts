export * from './domain/event-types.ts';
export * from './domain/facts.ts';
export * from './domain/inbox-lifecycle.ts';
export * from './domain/read-facts.ts';
export * from './processor.ts';
export * from './router.ts';
