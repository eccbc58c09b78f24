export * as govuk from './govuk/index.ts';
export * as moj from './moj/index.tsx';
