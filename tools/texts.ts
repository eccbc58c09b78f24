// npm run texts -- --csv FILE:  writes every text in both languages, for a translator.
// npm run texts -- --read FILE: puts what was changed there back into the sources, or nothing at all.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { format, resolveConfig } from 'prettier';
import { checkout } from './checkout.ts';
import { problemOf, rowsOf, withRows, type Row } from './texts/catalogue.ts';
import { textFiles } from './texts/files.ts';

const COLUMNS = ['file', 'key', 'en', 'fr'] as const;
const USAGE = 'npm run texts -- --csv FILE, or npm run texts -- --read FILE';

const sourceOf = (file: string) => readFileSync(join(checkout, file), 'utf8');
const allRows = (): Row[] => textFiles().flatMap((file) => rowsOf(file, sourceOf(file)));

function write(file: string): void {
  const rows = allRows();
  // The mark at the start makes spreadsheets read UTF-8.
  writeFileSync(file, stringify(rows, { header: true, columns: [...COLUMNS], bom: true }));
  console.log(`${rows.length} texts are in ${file}.`);
}

async function putBack(file: string, rows: readonly Row[]): Promise<boolean> {
  const source = sourceOf(file);
  const made = withRows(source, rows);
  if (made === source) return false;
  const path = join(checkout, file);
  writeFileSync(path, await format(made, { ...(await resolveConfig(path)), filepath: path }));
  console.log(`Changed ${file}`);
  return true;
}

async function read(file: string): Promise<number> {
  const rows: Row[] = parse(readFileSync(file), { columns: true, bom: true });
  const known = new Map(allRows().map((row) => [`${row.file}#${row.key}`, row]));
  const wrong = rows.flatMap((row, i) => {
    const problem = problemOf(row, known.get(`${row.file}#${row.key}`));
    return problem === null ? [] : [`line ${i + 2}, ${row.file} ${row.key}: ${problem}`];
  });
  for (const line of wrong) console.error(line);
  if (wrong.length > 0) return 1;
  const files = [...new Set(rows.map((row) => row.file))];
  let changed = 0;
  for (const one of files) {
    if (
      await putBack(
        one,
        rows.filter((row) => row.file === one),
      )
    )
      changed += 1;
  }
  console.log(changed === 0 ? 'Nothing had changed.' : `${changed} files changed.`);
  return 0;
}

const { csv, read: from } = parseArgs({
  options: { csv: { type: 'string' }, read: { type: 'string' } },
}).values;
if ((csv === undefined) === (from === undefined)) {
  console.error(USAGE);
  process.exit(2);
}
if (csv !== undefined) write(csv);
else process.exitCode = await read(from!);
