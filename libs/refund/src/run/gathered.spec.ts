import { expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { Gathered } from './gathered.ts';

const asked = (gathered: Gathered<number, number>, items: readonly number[]) =>
  Promise.allSettled(items.map((item) => gathered.do(item)));

test('what is asked for at once is done at once, and what comes meanwhile is done next', async () => {
  const done: (readonly number[])[] = [];
  const gathered = new Gathered<number, number>(async (items) => {
    done.push(items);
    await pause(1);
    return items.map((item) => item * 10);
  });

  const first = asked(gathered, [1, 2]);
  await pause(0);
  const meanwhile = asked(gathered, [3, 4, 5]);

  const answers = [...(await first), ...(await meanwhile)];
  expect(answers.map((a) => a.status === 'fulfilled' && a.value)).toEqual([10, 20, 30, 40, 50]);
  expect(done).toEqual([
    [1, 2],
    [3, 4, 5],
  ]);
  expect(await gathered.do(6)).toBe(60);
});

test('one that fails is alone in it', async () => {
  const gathered = new Gathered<number, number>((items) =>
    items.includes(2) ? Promise.reject(new Error('not that one')) : Promise.resolve([...items]),
  );

  const [one, two, three] = await asked(gathered, [1, 2, 3]);

  expect(one).toEqual({ status: 'fulfilled', value: 1 });
  expect(two).toMatchObject({ status: 'rejected', reason: { message: 'not that one' } });
  expect(three).toEqual({ status: 'fulfilled', value: 3 });
});
