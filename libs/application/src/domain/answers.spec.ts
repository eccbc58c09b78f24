import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ANSWERS_MAX, ANSWER_CHARS_MAX, mayFreeze, withPage } from './answers.ts';

const long = 'x'.repeat(ANSWER_CHARS_MAX + 1);
const many = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`q${i}`, 'a']));

test('a page replaces itself and leaves the others alone', () => {
  const draft = { travel: { arriveOn: '2026-12-01' }, contact: { phone: '1', city: 'Boston' } };
  expect(withPage(draft, 'contact', { phone: '2' })).toEqual({
    ok: true,
    value: { travel: { arriveOn: '2026-12-01' }, contact: { phone: '2' } },
  });
  expect(draft.contact).toEqual({ phone: '1', city: 'Boston' });
});

test('what people type is kept to the letter, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: ANSWER_CHARS_MAX, unit: 'binary' }), (text) => {
      const next = withPage({}, 'travel', { purpose: text });
      if (!next.ok) return fc.pre(text.length > ANSWER_CHARS_MAX);
      expect(JSON.parse(JSON.stringify(next.value))).toEqual({ travel: { purpose: text } });
    }),
  );
});

test('limits name the field and the most that fits', () => {
  expect(withPage({}, 'travel', { purpose: long })).toEqual({
    ok: false,
    code: 'answer_too_long',
    detail: { field: 'purpose', max: '500' },
  });
  expect(withPage({}, 'travel', { purpose: long.slice(1) }).ok).toBe(true);
  expect(withPage({}, 'all', many(ANSWERS_MAX)).ok).toBe(true);
  expect(withPage({ one: { q: 'a' } }, 'all', many(ANSWERS_MAX))).toMatchObject({
    code: 'too_many_answers',
  });
});

test.each(['__proto__', 'a.b', '', 'Name', 'x'.repeat(61)])(
  '%p names no page or question',
  (name) => {
    const answers = JSON.parse(`{ ${JSON.stringify(name)}: "a" }`) as Record<string, string>;
    expect(() => withPage({}, 'travel', answers)).toThrow(TypeError);
    expect(() => withPage({}, name, {})).toThrow(TypeError);
  },
);

const asked = (answer: string, questionId = 'purpose') => ({
  pageId: 'travel',
  questionId,
  question: 'What is the purpose of your visit?',
  answer,
});

test('nothing is frozen that is empty or beyond the limits', () => {
  expect(mayFreeze([asked('Business')])).toEqual({ ok: true, value: true });
  expect(mayFreeze([])).toMatchObject({ code: 'no_answers' });
  expect(mayFreeze([asked(long)])).toMatchObject({ code: 'answer_too_long' });
  expect(mayFreeze([{ ...asked('a'), value: long }])).toMatchObject({ code: 'answer_too_long' });
  const many = Array.from({ length: ANSWERS_MAX + 1 }, (_, i) => asked('a', `q${i}`));
  expect(mayFreeze(many)).toMatchObject({ code: 'too_many_answers' });
  expect(() => mayFreeze([{ ...asked('a'), question: long }])).toThrow(TypeError);
});
