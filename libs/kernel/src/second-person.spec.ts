import { expect, test } from '@jest/globals';
import { defineLifecycle } from './lifecycle.ts';
import { mayBeSecond } from './second-person.ts';

const lifecycle = defineLifecycle({
  name: 'wish',
  initial: 'proposed',
  states: {
    proposed: { public: 'open' },
    approved: { public: 'over' },
    declined: { public: 'over' },
  },
  edges: [
    { event: 'approved', from: ['proposed'], to: 'approved', by: ['two people'] },
    { event: 'declined', from: ['proposed'], to: 'declined', by: ['officer'] },
  ],
});
const wish = { state: 'proposed', proposedBy: 'ada' } as const;

test('who proposed something never agrees to it', () => {
  expect(mayBeSecond(lifecycle, wish, 'approved', 'ada')).toMatchObject({ code: 'same_person' });
  expect(mayBeSecond(lifecycle, wish, 'approved', 'ben')).toEqual({ ok: true, value: 'approved' });
});

test('who proposed something takes it back only where that is said', () => {
  expect(mayBeSecond(lifecycle, wish, 'declined', 'ada')).toMatchObject({ code: 'same_person' });
  expect(mayBeSecond(lifecycle, wish, 'declined', 'ada', 'declined')).toMatchObject({ ok: true });
  expect(mayBeSecond(lifecycle, wish, 'approved', 'ada', 'declined')).toMatchObject({
    code: 'same_person',
  });
});

test('what is over is answered by nobody, and that is said first', () => {
  const over = { ...wish, state: 'approved' } as const;
  expect(mayBeSecond(lifecycle, over, 'declined', 'ada')).toMatchObject({ code: 'wrong_state' });
});
