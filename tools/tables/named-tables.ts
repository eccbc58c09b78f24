// The tables that a TypeScript file names: in its SQL, and where it gives TypeORM a table's class.
import ts from 'typescript';

export interface NamedTable {
  readonly table: string;
  readonly line: number;
  readonly writes: boolean;
}

/** What another library exports and a call is given first: the class of a table, perhaps. */
export interface NamedEntity {
  readonly entity: string;
  readonly library: string;
  readonly line: number;
}

/** How a text begins that is SQL or a part of it; anything that selects from something is as well. */
const BEGINS =
  /^\s*\(?\s*(select|insert into|update|delete from|with|from|(left |inner |cross )?join|lock|truncate|union|exists)\b/;
const CONTAINS = /\bselect\b[^]*\bfrom\b|\b(insert into|delete from)\b/;
const isSql = (text: string) => BEGINS.test(text) || CONTAINS.test(text);

/** Calls whose first argument names a table. */
const TAKES_TABLE =
  /^(getRepository|stateTable|from|into|(inner|left)Join(AndSelect|AndMapOne|AndMapMany)?)$/;

const word = /'(?:[^']|'')*'|--[^\n]*|[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)?|\S/gi;
const isName = (token: string | undefined) => /^[a-z_]/i.test(token ?? '');

/** Names that stand where SQL has a table; what is no table of ours is left to the caller. */
function tablesOf(sql: string): { table: string; writes: boolean }[] {
  const tokens = (sql.replaceAll('"', '').match(word) ?? [])
    .filter((token) => !/^('|--)/.test(token))
    .map((token) => token.toLowerCase());
  const found: { table: string; writes: boolean }[] = [];
  for (const [i, token] of tokens.entries()) {
    if (!['from', 'join', 'into', 'update', 'using', 'table', 'truncate'].includes(token)) continue;
    const writes =
      ['into', 'update', 'truncate', 'table'].includes(token) || tokens[i - 1] === 'delete';
    let at = i + 1;
    for (;;) {
      while (['only', 'lateral', 'table'].includes(tokens[at] ?? '')) at++;
      if (!isName(tokens[at])) break;
      found.push({ table: tokens[at]!, writes });
      at += tokens[at + 1] === 'as' ? 3 : isName(tokens[at + 1]) ? 2 : 1;
      if (tokens[at] !== ',') break;
      at++;
    }
  }
  return found;
}

/** The text of a literal, with a sign that is no name for what is put into it. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map((span) => `?${span.literal.text}`).join('');
}

/** Which library each imported name comes from. */
function importsOf(file: ts.SourceFile): Map<string, string> {
  const imports = new Map<string, string>();
  for (const statement of file.statements.filter(ts.isImportDeclaration)) {
    const from = (statement.moduleSpecifier as ts.StringLiteral).text;
    const names = statement.importClause?.namedBindings;
    if (!from.startsWith('#') || !names || !ts.isNamedImports(names)) continue;
    for (const { name } of names.elements) imports.set(name.text, from.slice(1));
  }
  return imports;
}

export function namedIn(
  path: string,
  source: string,
): { tables: NamedTable[]; entities: NamedEntity[] } {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest);
  const imports = importsOf(file);
  const tables: NamedTable[] = [];
  const entities: NamedEntity[] = [];
  const lineOf = (node: ts.Node) =>
    file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
  const ofCall = (call: ts.CallExpression) => {
    const { expression, arguments: given } = call;
    const name = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
    const [first] = given;
    const line = lineOf(call);
    if (first && ts.isIdentifier(first)) {
      const library = imports.get(first.text);
      if (library) entities.push({ entity: first.text, library, line });
    } else if (first && ts.isStringLiteralLike(first) && ts.isIdentifier(name)) {
      if (TAKES_TABLE.test(name.text)) tables.push({ table: first.text, line, writes: true });
    }
  };
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (text !== undefined && isSql(text)) {
      for (const named of tablesOf(text)) tables.push({ ...named, line: lineOf(node) });
    }
    if (ts.isCallExpression(node)) ofCall(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return { tables, entities };
}
