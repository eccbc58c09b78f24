export * from './domain/postings.ts';
export * from './ledger-refused.ts';
export * from './ledger.queries.ts';
export * from './ledger.store.ts';
export * from './owners.ts';
export * from './reversal-ledger.store.ts';
