import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BASE32, inFours } from '#kernel';
import { CODE_SIGNS, DRAWN_SIGNS, paperCode, readPaperCode } from './paper-code.ts';

const codes = fc
  .array(fc.integer({ min: 0, max: 31 }), { minLength: DRAWN_SIGNS, maxLength: DRAWN_SIGNS })
  .map(paperCode);
const places = fc.integer({ min: 0, max: CODE_SIGNS - 1 });
const withSign = (code: string, at: number, sign: string) =>
  code.slice(0, at) + sign + code.slice(at + 1);

test('a code is read as it stands on the paper, and however it is typed', () => {
  fc.assert(
    fc.property(codes, (code) => {
      const typed = inFours(code);
      expect(typed).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/);
      const sloppy = typed.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
      for (const one of [code, typed, ` ${sloppy} `, sloppy.replaceAll('1', 'i')]) {
        expect(readPaperCode(one)).toEqual({ ok: true, value: code });
      }
    }),
  );
});

test('any one sign changed is found', () => {
  fc.assert(
    fc.property(codes, places, fc.constantFrom(...BASE32), (code, at, sign) => {
      fc.pre(code[at] !== sign);
      expect(readPaperCode(withSign(code, at, sign))).toMatchObject({ code: 'mistyped' });
    }),
  );
});

test('any two signs exchanged are found, neighbours or not', () => {
  fc.assert(
    fc.property(codes, places, places, (code, a, b) => {
      fc.pre(code[a] !== code[b]);
      const exchanged = withSign(withSign(code, a, code[b]!), b, code[a]!);
      expect(readPaperCode(exchanged)).toMatchObject({ code: 'mistyped' });
    }),
  );
});

test('one sign too many or too few is no code', () => {
  const code = paperCode(Array.from({ length: DRAWN_SIGNS }, (_, i) => i));
  for (const typed of ['', code.slice(1), `${code}0`, 'é'.repeat(12)]) {
    expect(readPaperCode(typed)).toMatchObject({ code: 'wrong_length' });
  }
});
