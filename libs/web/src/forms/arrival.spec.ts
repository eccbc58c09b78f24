import { expect, test } from '@jest/globals';
import { IsString } from 'class-validator';
import { pickAnswers } from './answers.ts';
import { ANSWER_CHARACTERS_MAX, arrived } from './arrival.ts';
import { FormPipe, type PostedForm } from './form-pipe.ts';

class OneField {
  @IsString({ message: 'x' })
  name!: string;
}

/** Both ways for a field to come in. */
async function bothWays(typed: string): Promise<(string | undefined)[]> {
  const posted = (await FormPipe(OneField).transform({ name: typed }, { type: 'body' })) as PostedForm<OneField>; // prettier-ignore
  return [posted.value.name, pickAnswers({ name: typed }, ['name']).name];
}

test.each([
  ['\u200bzoe@example.org', 'zoe@example.org'],
  ['\u202azoe@example.org\u202c', 'zoe@example.org'],
  ['zo\u00ade@example.org', 'zoe@example.org'],
  ['Smith\u00a0Jones', 'Smith Jones'],
  ['９１００', '9100'],
  ['O‘Neill', 'O‘Neill'],
  ['a\0b', 'ab'],
])('%j comes in as %j, whichever form takes it', async (typed, right) => {
  expect(await bothWays(typed)).toEqual([right, right]);
});

test('300 characters are 300, however the browser sends the line break', async () => {
  const typed = `${'a'.repeat(149)}\r\n${'b'.repeat(150)}`;
  for (const text of await bothWays(typed)) expect(text).toHaveLength(300);
});

test('what is no text does not come in, and what is too long is cut', () => {
  for (const odd of [undefined, null, 7, {}, ['a']]) expect(arrived(odd)).toBeUndefined();
  expect(arrived('x'.repeat(ANSWER_CHARACTERS_MAX + 1))).toHaveLength(ANSWER_CHARACTERS_MAX);
});
