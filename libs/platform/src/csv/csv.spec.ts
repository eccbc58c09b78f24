import { expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvChunks, csvText, type CsvRecord } from './csv.ts';

const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;
const nasty = fc.string({
  unit: fc.constantFrom(...'=+-@\t\r\n ,;|"\'a1(é\uFF1D'),
  maxLength: 12,
});
const cell = fc.oneof(nasty, fc.string({ unit: 'binary' }), fc.bigInt(), fc.integer());
const delimiter = fc.constantFrom(',' as const, ';' as const);

/** As the most careless reader would: by whatever divides, without a thought for quotation marks. */
const carelessly = (text: string) =>
  text
    .replace(/^\uFEFF/, '')
    .split(/[,;|\r\n]/)
    .map((read) => read.replace(/^["\s]+/, ''));

test('no text becomes a formula, by whatever a spreadsheet divides the line', () => {
  fc.assert(
    fc.property(fc.array(nasty, { minLength: 1, maxLength: 5 }), delimiter, (record, by) => {
      expect(carelessly(csvText([record], by)).filter((read) => FORMULA.test(read))).toEqual([]);
    }),
  );
});

test('numbers stay numbers, below zero as well', () => {
  fc.assert(
    fc.property(fc.bigInt(), fc.integer(), delimiter, (a, b, by) => {
      expect(csvText([[a, b]], by)).toBe(`${a}${by}${b}\r\n`);
    }),
  );
});

test('a line has as many cells as were given, and none is begun or ended by what stands in one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
      delimiter,
      (records, by) => {
        const read: string[][] = parse(csvText(records, by), { delimiter: by });
        expect(read.map((r) => r.length)).toEqual(records.map(() => 3));
      },
    ),
  );
});

test('ordinary text comes back as it was', () => {
  const record = ['VB-2026-0001', 'Débit, crédit', '10000.00', 'a "b" c', '2026-11-27T10:00:00Z'];
  expect(parse(csvText([record, record]))).toEqual([record, record]);
});

test('a file says that it is UTF-8, has its header once, and comes page by page', async () => {
  async function* pages(): AsyncGenerator<CsvRecord[]> {
    yield [['é']];
    yield [];
    yield [['=1'], [-1]];
  }
  const chunks: string[] = [];
  for await (const chunk of csvChunks(['Name'], pages(), ';')) chunks.push(chunk);
  expect(chunks).toEqual(['\uFEFF"Name"\r\n', '"é"\r\n', '"\'=1"\r\n-1\r\n']);
});
