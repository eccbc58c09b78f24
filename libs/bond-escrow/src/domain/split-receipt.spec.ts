import { expect, test } from '@jest/globals';
import { money } from '#kernel';
import fc from 'fast-check';
import { splitReceipt } from './split-receipt.ts';

const usd = (minor: bigint) => money(minor, 'USD');
const receipt = (received: bigint, alreadyHeld: bigint, bondMayTake = true) => ({
  bondAmount: usd(1_000_000n),
  alreadyHeld: usd(alreadyHeld),
  received: usd(received),
  bondMayTake,
});

test.each([
  ['the exact amount', receipt(1_000_000n, 0n), 1_000_000n, 0n],
  ['more than enough', receipt(1_200_000n, 0n), 1_000_000n, 200_000n],
  ['a second payment', receipt(1_000_000n, 1_000_000n), 0n, 1_000_000n],
  ['a part', receipt(400_000n, 0n), 400_000n, 0n],
  ['the missing part and more', receipt(700_000n, 400_000n), 600_000n, 100_000n],
  ['a lapsed bond', receipt(1_000_000n, 0n, false), 0n, 1_000_000n],
  ['a bond that holds too much', receipt(5n, 1_000_001n), 0n, 5n],
])('%s', (_, given, toBond, toSuspense) => {
  expect(splitReceipt(given)).toEqual({ toBond, toSuspense });
});

test('money in another currency waits in suspense', () => {
  const given = { ...receipt(0n, 0n), received: money(6_000_000n, 'XOF') };
  expect(splitReceipt(given)).toEqual({ toBond: 0n, toSuspense: 6_000_000n });
});

test('a split loses nothing and never fills a bond beyond its amount', () => {
  const amount = fc.bigInt(0n, 10n ** 9n);
  fc.assert(
    fc.property(amount, amount, amount, fc.boolean(), (asked, held, received, bondMayTake) => {
      const { toBond, toSuspense } = splitReceipt({
        bondAmount: usd(asked),
        alreadyHeld: usd(held),
        received: usd(received),
        bondMayTake,
      });
      expect(toBond + toSuspense).toBe(received);
      expect(toBond >= 0n && toSuspense >= 0n).toBe(true);
      expect(toBond === 0n || held + toBond <= asked).toBe(true);
    }),
  );
});
