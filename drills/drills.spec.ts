// The drills, small: each does what it does in `npm run drill`, a few times.
import { randomInt } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { drills } from './index.ts';

test.each(Object.keys(drills))(
  '%s: everything comes out right all the same',
  async (name) => {
    const seed = randomInt(2 ** 31);
    const outcome = await drills[name]!.run({ seed, size: 'small', say: () => undefined });
    expect({ seed, ...outcome }).toMatchObject({ seed, failures: [] });
    expect(outcome.points).toBeGreaterThan(0);
  },
  300_000,
);
