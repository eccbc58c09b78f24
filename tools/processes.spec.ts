import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { checkout } from './checkout.ts';
import { heapOptions } from './processes.ts';

test('programs of the image have the memory that they are measured with', () => {
  const image = readFileSync(join(checkout, 'Dockerfile'), 'utf8');
  expect(/^ENV NODE_OPTIONS="(.*)"$/m.exec(image)?.[1]).toBe(heapOptions);
});
