import { expect, test } from '@jest/globals';
import { Temporal } from '#kernel';
import { readMrz } from './mrz.ts';

const TODAY = Temporal.PlainDate.from('2026-08-01');

// ICAO 9303: weights 7, 3, 1; A is 10, < is 0. Written here again so that it checks the reader.
function checkDigit(text: string): string {
  const values = [...text].map((c) => '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf(c));
  return String(values.reduce((sum, v, i) => sum + Math.max(v, 0) * [7, 3, 1][i % 3]!, 0) % 10);
}

interface Passport {
  names: string;
  number: string;
  state: string;
  born: string;
  expires: string;
  sex: string;
}
const ADA: Passport = {
  names: 'LOVELACE<<ADA<MARIE',
  number: 'C12345678',
  state: 'USA',
  born: '901210',
  expires: '331209',
  sex: 'F',
};

function linesOf(more: Partial<Passport> = {}): [string, string] {
  const p = { ...ADA, ...more };
  const pad = (text: string, to: number) => text.padEnd(to, '<');
  const number = pad(p.number, 9) + checkDigit(pad(p.number, 9));
  const born = p.born + checkDigit(p.born);
  const expires = p.expires + checkDigit(p.expires);
  const personal = pad('', 14) + '0';
  const all = checkDigit(number + born + expires + personal);
  return [
    pad(`P<${pad(p.state, 3)}${p.names}`, 44),
    `${number}${pad(p.state, 3)}${born}${p.sex}${expires}${personal}${all}`,
  ];
}

test('a passport is read', () => {
  expect(readMrz(linesOf().join('\n'), TODAY)).toEqual({
    ok: true,
    value: {
      documentNumber: 'C12345678',
      issuingState: 'USA',
      nationality: 'USA',
      nameField: 'LOVELACE<<ADA<MARIE'.padEnd(39, '<'),
      familyName: 'LOVELACE',
      givenNames: 'ADA MARIE',
      bornOn: '1990-12-10',
      expiresOn: '2033-12-09',
      sex: 'female',
    },
  });
});

test('case, spaces and line ends do not matter', () => {
  const [first, second] = linesOf();
  const typed = `  ${first.toLowerCase()}\r\n${second.slice(0, 20)} ${second.slice(20)}`;
  expect(readMrz(typed, TODAY)).toEqual(readMrz(`${first}${second}`, TODAY));
  expect(readMrz(typed, TODAY).ok).toBe(true);
});

test('fillers may be typed as other signs, and those at the end of the first line be lost', () => {
  const [first, second] = linesOf();
  const right = readMrz(`${first}${second}`, TODAY);
  for (const filler of ['‹', '＜', '〈']) {
    expect(readMrz(`${first}${second}`.replaceAll('<', filler), TODAY)).toEqual(right);
  }
  expect(readMrz(`${first}${second}`.replaceAll('<<', '«'), TODAY)).toEqual(right);
  const short = first.replace(/<+$/, '');
  expect(readMrz(`${short}\n${second}`, TODAY)).toEqual(right);
  expect(readMrz(`${short}${second}`, TODAY)).toEqual(right);
});

test('a passport of the later edition has its kind written out', () => {
  const pp = linesOf().join('').replace(/^P</, 'PP');
  expect(readMrz(pp, TODAY).ok).toBe(true);
});

test('one name stands in either part', () => {
  for (const names of ['SUHARNO', '<<SUHARNO'])
    expect(readMrz(linesOf({ names }).join(''), TODAY).ok).toBe(true);
});

test('Germany becomes DEU, and a missing sex is said', () => {
  const read = readMrz(linesOf({ state: 'D', sex: '<' }).join(''), TODAY);
  expect(read).toMatchObject({
    value: { issuingState: 'DEU', nationality: 'DEU', sex: 'unspecified' },
  });
});

test.each([
  ['900101', '1990-01-01'],
  ['260801', '2026-08-01'],
  ['260802', '1926-08-02'],
  ['000229', '2000-02-29'],
])('born %s is %s on 1 August 2026', (born, iso) => {
  expect(readMrz(linesOf({ born }).join(''), TODAY)).toMatchObject({ value: { bornOn: iso } });
});

test.each([
  ['270101', '2027-01-01'],
  ['150101', '2015-01-01'],
  ['990101', '1999-01-01'],
])('expires %s is %s', (expires, iso) => {
  expect(readMrz(linesOf({ expires }).join(''), TODAY)).toMatchObject({
    value: { expiresOn: iso },
  });
});

test.each([
  ['number', 0, 'documentNumber'],
  ['birthday', 15, 'bornOn'],
  ['expiry', 24, 'expiresOn'],
])('one wrong digit in the %s is found and named', (_what, at, field) => {
  const [first, second] = linesOf();
  const wrong = second[at] === '8' ? '9' : '8';
  const bent = second.slice(0, at) + wrong + second.slice(at + 1);
  expect(readMrz(`${first}${bent}`, TODAY)).toEqual({
    ok: false,
    code: 'bad_check_digit',
    detail: { field },
  });
});

test('every other single digit of the second line is guarded too', () => {
  const [first, second] = linesOf();
  const guarded = [...second].flatMap((c, i) => (/\d/.test(c) ? [i] : []));
  for (const i of guarded) {
    const bent = second.slice(0, i) + String((Number(second[i]) + 1) % 10) + second.slice(i + 1);
    expect(readMrz(`${first}${bent}`, TODAY).ok).toBe(false);
  }
});

test.each([
  ['nothing', '', 'mrz'],
  ['a line too short', linesOf()[1].slice(1), 'mrz'],
  ['a line too long', `P<${linesOf().join('')}`, 'mrz'],
  ['a digit among the names', linesOf({ names: 'L0VELACE<<ADA' }).join(''), 'familyName'],
  ['an identity card', linesOf().join('').replace(/^P/, 'I'), 'mrz'],
  ['a state that is none', linesOf({ state: 'XQZ' }).join(''), 'issuingState'],
  ['a month that is none', linesOf({ born: '901301' }).join(''), 'bornOn'],
])('%s is refused by name', (_what, text, field) => {
  expect(readMrz(text, TODAY)).toEqual({ ok: false, code: 'bad_shape', detail: { field } });
});
