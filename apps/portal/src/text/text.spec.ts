import { expect, test } from '@jest/globals';
import { stateCodes } from '#identity';
import { isSwitchReason, ruleNames, switchReasons } from '#programme';
import { countryChoices, countryInSentence, countryName, isCountry, type TextTree } from '#web';
import { parts, texts } from './index.ts';

const inLanguage = (lang: 'en' | 'fr') =>
  Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part[lang]]));
const [en, fr] = [inLanguage('en'), inLanguage('fr')];
const leaves = (tree: TextTree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : leaves(value, `${prefix}${key}.`),
  );
const places = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map((m) => m[1]).sort();

test('both languages have the same keys, no empty text, and the same values in each', () => {
  const [english, french] = [new Map(leaves(en)), new Map(leaves(fr))];
  expect([...french.keys()].sort()).toEqual([...english.keys()].sort());
  const wrong = [...english].filter(([key, text]) => {
    const other = french.get(key) ?? '';
    const wants = [...new Set(places(text))].join();
    return (
      text.trim() === '' || other.trim() === '' || [...new Set(places(other))].join() !== wants
    );
  });
  expect(wrong.map(([key]) => key)).toEqual([]);
});

test('no line of French breaks before a sign, nor after an opening quote', () => {
  const t = texts.textFor('fr');
  const shown = leaves(fr).map(([key, text]) =>
    t.dynamic(key, Object.fromEntries(places(text).map((name) => [name!, 2] as const))),
  );
  expect(shown.filter((text) => / [:;?!»%]|« |'/.test(text))).toEqual([]);
});

test('codes that come from data have words', () => {
  const t = texts.textFor('fr');
  expect(switchReasons.filter((r) => isSwitchReason(r) && !t.has(`programme.reason.${r}`))).toEqual(
    [],
  );
  expect(ruleNames.filter((r) => !t.has(`programme.rule.${r}`))).toEqual([]);
});

test('whatever state a passport’s lines may name can be chosen, and has a name of its own', () => {
  for (const lang of ['en', 'fr'] as const) {
    const choices = countryChoices(lang);
    expect(choices.map((c) => c.value).sort()).toEqual([...stateCodes].sort());
    expect(stateCodes.filter((code) => !isCountry(code))).toEqual([]);
    const nameless = choices.filter((c) => c.text === c.value || /^[A-Z]{2,3}$/.test(c.text));
    expect(nameless).toEqual([]);
    expect(new Set(choices.map((c) => c.text)).size).toBe(choices.length);
  }
});

test('countries by the codes of passports, in the order of the language', () => {
  expect(countryName('MLI', 'fr')).toBe('Mali');
  expect(countryName('US', 'fr')).toBe('États-Unis');
  expect(countryInSentence('USA', 'en')).toBe('the United States');
  expect([isCountry('USA'), isCountry('ZZZ')]).toEqual([true, false]);
  const french = countryChoices('fr').map((c) => c.text);
  expect(french.indexOf('États-Unis')).toBeLessThan(french.indexOf('France'));
  expect(new Set(french).size).toBe(french.length);
  expect(french.filter((name) => /^[A-Z]{2,3}$/.test(name))).toEqual([]);
});
