export * from './answers.ts';
export { ANSWER_CHARACTERS_MAX } from './arrival.ts';
export * from './date.ts';
export * from './errors.ts';
export * from './fields.tsx';
export * from './form.tsx';
export * from './form-page.tsx';
export * from './form-pipe.ts';
export { formatPhone, readPhone, type PhoneAnswer } from './phone.ts';
