import { Writable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { pinoHttp } from 'pino-http';
import { QueryFailedError } from 'typeorm';
import { logOptions } from './logging.ts';

test('a line about an error has its code and place, and nothing of the data', () => {
  const lines: string[] = [];
  const out = new Writable({
    write(line: Buffer, _, done) {
      lines.push(line.toString());
      done();
    },
  });
  const driverError = Object.assign(new Error('invalid input syntax: "Awa"'), {
    severity: 'ERROR',
    code: '22P02',
    detail: 'Failing row contains (Awa).',
  });
  const err = new QueryFailedError('select $1', ['Awa'], driverError);
  pinoHttp(logOptions('worker', 'info'), out).logger.error({ err });
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain('Awa');
  expect(lines[0]).not.toContain('select');
  expect(JSON.parse(lines[0]!)).toMatchObject({
    name: 'worker',
    err: { type: 'QueryFailedError', message: 'the database refused: 22P02' },
  });
});
