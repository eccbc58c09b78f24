// Where the words of the program stand in its sources: every string of an `x.text.ts`, and of the
// lists of words. Positions are kept, so that a changed word goes back to where it was.
import ts from 'typescript';

type Lang = 'en' | 'fr';

/** One string of one language. */
export interface Text {
  /** `title`, `status.open`, `says.0`: within its file. */
  readonly key: string;
  readonly lang: Lang;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** One text in both languages. */
export interface Row {
  readonly file: string;
  readonly key: string;
  readonly en: string;
  readonly fr: string;
}

const isLang = (name: string): name is Lang => name === 'en' || name === 'fr';

/** The value without `as const`, `satisfies …` and parentheses. */
function bare(node: ts.Expression): ts.Expression {
  const isWrapped =
    ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isParenthesizedExpression(node);
  return isWrapped ? bare(node.expression) : node;
}

const nameOf = (property: ts.PropertyAssignment): string =>
  ts.isIdentifier(property.name) || ts.isStringLiteral(property.name) ? property.name.text : '';

const propertiesOf = (node: ts.ObjectLiteralExpression): (readonly [string, ts.Expression])[] =>
  node.properties
    .filter((p) => ts.isPropertyAssignment(p))
    .map((p) => [nameOf(p), bare(p.initializer)] as const);

/** Every string below a value; a name of another constant is a text of its own file. */
function stringsIn(value: ts.Expression, key: string): (readonly [string, ts.StringLiteralLike])[] {
  if (ts.isStringLiteralLike(value)) return [[key, value]];
  const within = (name: string | number) => (key === '' ? String(name) : `${key}.${name}`);
  if (ts.isArrayLiteralExpression(value)) {
    return value.elements.flatMap((one, i) => stringsIn(bare(one), within(i)));
  }
  if (!ts.isObjectLiteralExpression(value)) return [];
  return propertiesOf(value).flatMap(([name, one]) => stringsIn(one, within(name)));
}

/** `{ en, fr }` anywhere below: a text of its own, named by where it stands. */
function pairsIn(
  value: ts.Expression,
  key: string,
): (readonly [string, Lang, ts.StringLiteralLike])[] {
  if (!ts.isObjectLiteralExpression(value)) return [];
  return propertiesOf(value).flatMap(([name, one]) =>
    isLang(name) && ts.isStringLiteralLike(one)
      ? [[key, name, one] as const]
      : pairsIn(one, `${key}.${name}`),
  );
}

/** All strings of a source, in the order in which they stand. */
export function textsIn(source: string): Text[] {
  const file = ts.createSourceFile('x.ts', source, ts.ScriptTarget.Latest, true);
  const constants = file.statements
    .filter((s) => ts.isVariableStatement(s))
    .flatMap((s) => [...s.declarationList.declarations])
    .filter((d) => ts.isIdentifier(d.name) && d.initializer !== undefined)
    .map((d) => [(d.name as ts.Identifier).text, bare(d.initializer!)] as const);
  const found = constants.flatMap(([name, value]) =>
    isLang(name)
      ? stringsIn(value, '').map(([key, node]) => [key, name, node] as const)
      : pairsIn(value, name),
  );
  return found
    .map(([key, lang, node]) => ({
      ...{ key, lang, text: node.text },
      ...{ start: node.getStart(file), end: node.getEnd() },
    }))
    .sort((a, b) => a.start - b.start);
}

/** The texts of one file, English beside French. Throws when one has no other language. */
export function rowsOf(file: string, source: string): Row[] {
  const texts = textsIn(source);
  const french = new Map(texts.filter((t) => t.lang === 'fr').map((t) => [t.key, t.text]));
  const rows = texts
    .filter((t) => t.lang === 'en')
    .map(({ key, text }) => ({ file, key, en: text, fr: french.get(key) ?? '' }));
  const lone = rows.find((row) => row.fr === '');
  if (lone) throw new Error(`${file}: ${lone.key} has no French`);
  return rows;
}

const placesOf = (text: string) => [...text.matchAll(/\{+\w+\}+|%\w+%/g)].map(String).sort().join();

/** Why a row may not go back; null when it may. */
export function problemOf(row: Row, was: Row | undefined): string | null {
  if (!was) return 'no such text';
  if (row.en.trim() === '' || row.fr.trim() === '') return 'a text is empty';
  if (placesOf(row.en) !== placesOf(was.en)) return 'the English has other values in it';
  if (placesOf(row.fr) !== placesOf(was.fr)) return 'the French has other values in it';
  return null;
}

const quoted = (text: string) =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;

/** The source with the words of these rows; what did not change stands as it stood. */
export function withRows(source: string, rows: readonly Row[]): string {
  const wanted = new Map(rows.map((row) => [row.key, row]));
  return textsIn(source)
    .filter(({ key, lang, text }) => wanted.has(key) && wanted.get(key)![lang] !== text)
    .reverse()
    .reduce(
      (made, { key, lang, start, end }) =>
        made.slice(0, start) + quoted(wanted.get(key)![lang]) + made.slice(end),
      source,
    );
}
