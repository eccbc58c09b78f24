import { expect, test } from '@jest/globals';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ahead, mapInTurns } from './ahead.ts';

/** Notes what is made and done, and that it was closed. */
function watched(failsAt?: number) {
  const seen: string[] = [];
  async function* source() {
    try {
      for (let n = 1; n <= 4; n++) {
        await nextTurn();
        if (n === failsAt) throw new Error(`${n} cannot be made`);
        seen.push(`made ${n}`);
        yield n;
      }
    } finally {
      seen.push('closed');
    }
  }
  return { seen, source: source() };
}

/** Long enough for whatever could be made meanwhile. */
async function manyTurns(): Promise<void> {
  for (let turns = 0; turns < 50; turns++) await nextTurn();
}

test('each is made while the one before is worked at, and no more than one waits', async () => {
  const { seen, source } = watched();
  for await (const n of ahead(source)) {
    await manyTurns();
    seen.push(`done ${n}`);
  }
  expect(seen).toEqual([
    ...['made 1', 'made 2', 'done 1', 'made 3', 'done 2', 'made 4', 'done 3', 'closed', 'done 4'],
  ]);
});

test('what fails to be made is told behind what was made before it', async () => {
  const { seen, source } = watched(3);
  const work = async () => {
    for await (const n of ahead(source)) {
      await manyTurns();
      seen.push(`done ${n}`);
    }
  };
  await expect(work()).rejects.toThrow('3 cannot be made');
  expect(seen).toEqual(['made 1', 'made 2', 'done 1', 'closed', 'done 2']);
});

test('whoever stops closes the source', async () => {
  const { seen, source } = watched();
  for await (const n of ahead(source)) if (n === 2) break;
  expect(seen.at(-1)).toBe('closed');
  expect(seen).not.toContain('made 4');
});

test('many are made in their order, and others have their turn in between', async () => {
  const all = Array.from({ length: 1_000 }, (_, n) => n);
  const turnsAt: number[] = [];
  let turns = 0;
  const others = (async () => {
    for (; turns < 50; turns++) await nextTurn();
  })();
  const made = await mapInTurns(all, (n) => {
    turnsAt.push(turns);
    return n * 2;
  });
  expect(made).toEqual(all.map((n) => n * 2));
  expect(new Set(turnsAt).size).toBe(4);
  await others;
  expect(await mapInTurns([], () => 0)).toEqual([]);
});
