export * from './result.ts';
export * from './id.ts';
export * from './money.ts';
export * from './origin.ts';
export * from './time.ts';
export * from './lifecycle.ts';
export * from './text.ts';
export * from './typography.ts';
