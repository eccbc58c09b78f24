import { Readable } from 'node:stream';
import { decimalText, money, type Money } from '#kernel';
import { csvChunks, type CsvRecord } from '#platform';
import type { Lang } from '#web';
import { StreamableFile } from '@nestjs/common';

export interface CsvFile {
  /** Ours, without an ending and without anything personal. */
  readonly name: string;
  readonly header: readonly string[];
  readonly pages: AsyncIterable<readonly CsvRecord[]> | Iterable<readonly CsvRecord[]>;
}

async function* eachOf<T>(items: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

/** A file that spreadsheets open in the reader's language, sent as its rows are read. */
export function csvFile(lang: Lang, { name, header, pages }: CsvFile): StreamableFile {
  return csvStream(csvChunks(header, eachOf(pages), lang === 'fr' ? ';' : ','), name);
}

/** Text that is written already. */
export function csvStream(chunks: AsyncIterable<string>, name: string): StreamableFile {
  return new StreamableFile(Readable.from(chunks, { objectMode: false }), {
    type: 'text/csv; charset=utf-8',
    disposition: `attachment; filename="${name}.csv"`,
  });
}

/** As the reader's spreadsheet reads a number. */
export const amountText = (lang: Lang, amount: Money): string =>
  lang === 'fr' ? decimalText(amount).replace('.', ',') : decimalText(amount);

/**
 * Debit and credit: never below zero, since what begins with a minus sign is a formula to some, and
 * whoever disarms it makes text of a number.
 */
export const sidesOfAmount = (lang: Lang, { minor, currency }: Money): [string, string] => {
  const text = (of: bigint) => (of > 0n ? amountText(lang, money(of, currency)) : '');
  return [text(minor), text(-minor)];
};
