import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { differingNames, NAME_CHARS, namesOf, plainLetters } from './mrz-names.ts';

const line = (names: string) => names.padEnd(NAME_CHARS, '<');
const differ = (familyName: string, givenNames: string, names: string) =>
  differingNames({ familyName, givenNames }, line(names));

// The examples of ICAO 9303, part 4, section 4.2.3: whole, cut, left out, and exactly full.
test.each([
  ['Eriksson', 'Anna Maria', 'ERIKSSON<<ANNA<MARIA'],
  ['Heng', 'Deborah Ming Lo', 'HENG<<DEBORAH<MING<LO'],
  ['Smith-Jones', 'Susie Margaret', 'SMITH<JONES<<SUSIE<MARGARET'],
  ["O'Connor", 'Enya Siobhan', 'OCONNOR<<ENYA<SIOBHAN'],
  ['van der Muellen', 'Martin', 'VAN<DER<MUELLEN<<MARTIN'],
  ['Al-Basri', 'Huda Muhammad Jawad', 'AL<BASRI<<HUDA<MUHAMMAD<JAWAD'],
  ['Vilarchao Fernandez', 'Jose Ramon', 'VILARCHAO<FERNANDEZ<<JOSE<RAMON'],
  ['Arkfreith', '', 'ARKFREITH'],
  ['Satriya Sudarpa', '', 'SATRIYA<SUDARPA'],
  ['Nilavadhanananda', 'Chayapa Dejthamrong Krasuang', 'NILAVADHANANANDA<<CHAYAPA<DEJTHAMRONG<K'],
  ['Nilavadhanananda', 'Arnpol Petch Charonguang', 'NILAVADHANANANDA<<ARNPOL<PETCH<CHARONGU'],
  [
    'Bennelong Wooloomooloo Warrandyte Warnambool',
    'Dingo Potoroo',
    'BENNELONG<WOOLOOMOOLOO<WARRANDYTE<W<<DI',
  ],
  [
    'Bennelong Wooloomooloo Warrandyte Warnambool',
    'Dingo Potoroo',
    'BENNELONG<WOOLOOM<WARRAND<WARNAM<<DINGO',
  ],
  [
    'Bennelong Wooloomooloo Warrandyte Warnambool',
    'Dingo Potoroo',
    'BENNEL<WOOLOO<WARRAN<WARNAM<<DINGO<POTO',
  ],
  ['Papandropoulous', 'Jonathon Warren Trevor', 'PAPANDROPOULOUS<<JONATHON<WARREN<TREVOR'],
])('%s, %s agrees with %s', (family, given, names) => {
  expect(differ(family, given, names)).toEqual([]);
});

// Section 6.A of part 3: what is not simply the letter without its marks, in each spelling.
test.each([
  ['Ä', 'AE A'],
  ['Å', 'AA A'],
  ['Æ', 'AE'],
  ['Ð', 'D'],
  ['Ñ', 'N NXX'],
  ['Ö', 'OE O'],
  ['Ø', 'OE'],
  ['Ü', 'UE UXX U'],
  ['Þ', 'TH'],
  ['Đ', 'D'],
  ['Ħ', 'H'],
  ['ı', 'I'],
  ['İ', 'I'],
  ['Ĳ', 'IJ'],
  ['Ŀ', 'L'],
  ['Ł', 'L'],
  ['Ŋ', 'N'],
  ['Œ', 'OE'],
  ['Ŧ', 'T'],
  ['ẞ', 'SS'],
  ['ß', 'SS'],
  ['Ə', 'E'],
])('%s is written %s', (letter, spellings) => {
  for (const spelling of spellings.split(' ')) {
    expect(differ(`Ka${letter.toLowerCase()}lo`, letter, `KA${spelling}LO<<${spelling}`)).toEqual(
      [],
    );
  }
});

test('every other letter with marks is written without them', () => {
  const letters = 'ÀÁÂÃÇÈÉÊËÌÍÎÏÒÓÔÕÙÚÛÝĀĂĄĆĈĊČĎĒĔĖĘĚĜĞĠĢĤĨĪĬĮĴĶĹĻĽŃŅŇŌŎŐŔŖŘŚŜŞŠŢŤŨŪŬŮŰŲŴŶŸŹŻŽ';
  for (const letter of letters) {
    const plain = letter.normalize('NFD')[0]!;
    expect(differ(`Mo${letter}`, `${letter}a`, `MO${plain}<<${plain}A`)).toEqual([]);
  }
});

test.each([
  ['Suharno', '', '<<SUHARNO'],
  ['Suharno', '', 'SUHARNO'],
  ['Suharno', 'Widodo', 'SUHARNO<WIDODO'],
  ['Suharno', 'Widodo', 'WIDODO<SUHARNO'],
])('one part of the line holds all names of %s %s', (family, given, names) => {
  expect(differ(family, given, names)).toEqual([]);
});

test.each([
  ["'t Hooft", 'Ann', 'T<HOOFT<<ANN'],
  ['ʻAolani', 'Ann', 'AOLANI<<ANN'],
  ['Sel·lés', 'Ann', 'SELLES<<ANN'],
  ['Smith‑Jones', 'Ann', 'SMITH<JONES<<ANN'],
  ['de la Cruz', 'Ann', 'DELACRUZ<<ANN'],
  [
    'Featherstonehaugh',
    'Maximiliana Theodosia Wilhelmina',
    'FEATHERSTONEHAUGH<<MAXIM<THEOD<WILHELMI',
  ],
])('%s, %s is %s', (family, given, names) => {
  expect(differ(family, given, names)).toEqual([]);
});

describe('what does not agree is named', () => {
  test.each([
    [
      'a name left out of a line with room',
      'Featherstonehaugh',
      'Maximiliana Theodosia Bo',
      'FEATHERSTONEHAUGH<<MAXIMILIANA<BO',
      ['givenNames'],
    ],
    ['a name cut in a line with room', 'Mull', 'Ann', 'MULLER<<ANN', ['familyName']],
    ['other names', 'Miller', 'Ann', 'MUELLER<<ANNA', ['familyName', 'givenNames']],
    [
      'names in another order',
      'Wilhelmina',
      'Theodosia Maximiliana Featherstonehaugh',
      'WILHELMINA<<MAXIMIL<THEODO<FEATHERSTONE',
      ['givenNames'],
    ],
    ['nothing typed', '', '', 'MUELLER<<ANN', ['familyName', 'givenNames']],
  ])('%s', (_what, family, given, names, fields) => {
    expect(differ(family, given, names)).toEqual(fields);
  });
});

test('names are read as they stand', () => {
  expect(namesOf(line('VAN<DER<MUELLEN<<MARTIN<O'))).toEqual({
    familyName: 'VAN DER MUELLEN',
    givenNames: 'MARTIN O',
  });
  expect(namesOf(line('<<SUHARNO'))).toEqual({ familyName: '', givenNames: 'SUHARNO' });
});

test('for comparing two people, signs, marks and spelling do not count', () => {
  expect(plainLetters('O‘Neill')).toBe('ONEILL');
  expect(plainLetters('Đorđević-Łukasiewicz')).toBe('DORDEVICLUKASIEWICZ');
  expect(plainLetters('Müller')).toBe('MULLER');
  expect(plainLetters('Жук')).not.toBe(plainLetters('Лис'));
});

/** A state's choice among the rules: a spelling for each letter, then cut to fit as 4.2.3 allows. */
const LETTERS = [...'abcdefghijklmnopqrstuvwxyzäåæðñöøüþđħłŋœŧßəéèçčş'];
const USUAL: Record<string, string[]> = {
  ä: ['AE', 'A'], å: ['AA', 'A'], æ: ['AE'], ð: ['D'], ñ: ['N', 'NXX'], ö: ['OE', 'O'], ø: ['OE'],
  ü: ['UE', 'UXX', 'U'], þ: ['TH'], đ: ['D'], ħ: ['H'], ł: ['L'], ŋ: ['N'], œ: ['OE'], ŧ: ['T'],
  ß: ['SS'], ə: ['E'], é: ['E'], è: ['E'], ç: ['C'], č: ['C'], ş: ['S'],
}; // prettier-ignore
const aPart = fc.array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 14 });
const parts = (max: number) => fc.array(aPart, { minLength: 1, maxLength: max });

function written(names: string[][][], pick: (choices: number) => number): string {
  const [family, given] = names.map((all) =>
    all.map((part) => part.map((c) => {
      const choices = USUAL[c] ?? [c.toUpperCase()];
      return choices[pick(choices.length)]!;
    }).join('')),
  ) as [string[], string[]]; // prettier-ignore
  const text = () => `${family.join('<')}<<${given.join('<')}`;
  // The longest part loses its last letter until all fits: every part keeps its first.
  while (text().length > NAME_CHARS) {
    const longest = [...family, ...given].sort((a, b) => b.length - a.length)[0]!;
    const of = family.includes(longest) ? family : given;
    of[of.indexOf(longest)] = longest.slice(0, -1);
  }
  return text();
}

test('200 invented people agree with their own line, whichever spelling their state chose', () => {
  const picks = fc.infiniteStream(fc.nat(11));
  fc.assert(
    fc.property(parts(3), parts(3), picks, (family, given, stream) => {
      const names = written([family, given], (choices) => stream.next().value! % choices);
      const say = (all: string[][]) => all.map((part) => part.join('')).join(' ');
      expect(differ(say(family), say(given), names)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
