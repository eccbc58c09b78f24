import { expect, test } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { describeError } from './describe-error.ts';

const NAME = 'Awa Traoré';
const driverError = Object.assign(new Error(`invalid input syntax for type date: "${NAME}"`), {
  severity: 'ERROR',
  code: '23505',
  detail: `Key (name)=(${NAME}) already exists.`,
  constraint: 'person_name',
  table: 'person',
});

test('of a failed statement only its code, constraint and table are kept', () => {
  const failed = new QueryFailedError('insert into person values ($1)', [NAME], driverError);
  for (const error of [failed, driverError, new Error('saving failed', { cause: failed })]) {
    const described = describeError(error);
    expect(JSON.stringify(described)).not.toContain('Awa');
    expect(described.stack).toMatch(/\n\s+at /);
  }
  expect(describeError(failed)).toMatchObject({
    type: 'QueryFailedError',
    message: 'the database refused: 23505 constraint person_name table person',
  });
});

test('what quotes text that it could not read loses its words', () => {
  const read = () => JSON.parse(`{"name": ${NAME}`) as unknown;
  let thrown: unknown;
  try {
    read();
  } catch (e) {
    thrown = e;
  }
  expect(String(thrown)).toContain('Awa');
  expect(JSON.stringify(describeError(thrown))).not.toContain('Awa');
});

test('our own words stay, and anything can be thrown', () => {
  expect(describeError(new TypeError('no case in sight'))).toMatchObject({
    type: 'TypeError',
    message: 'no case in sight',
  });
  expect(describeError(NAME)).toEqual({
    type: 'string',
    message: 'something that is no error was thrown',
    stack: '',
  });
  const circular = new Error('round');
  circular.cause = circular;
  expect(JSON.stringify(describeError(circular)).match(/round/g)!.length).toBeLessThan(12);
});
