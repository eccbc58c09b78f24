// The rules about tables. Each has a file in tools/fixtures/tables that must break it.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { namedIn, type NamedTable } from './named-tables.ts';
import { ownersIn, tablesMadeIn, type Owners } from './owners.ts';

/** A table belongs to one library. */
export const rules = {
  'table-without-owner': 'tools/tables/owners.ts or an entity says whose a new table is',
  'app-names-table': 'an app asks a library and shows the answer',
  'table-of-another-library': 'only *.queries.ts may read what a library below has',
  'table-written-elsewhere': 'only its own library writes a table',
  'table-read-upward': 'a library may read tables of those alone that it may import',
  'entity-of-another-library': 'a repository is asked for in the library that owns the entity',
  'state-beside-an-id':
    'a row named by its id has its state asked by a parameter: a partial index of that state is no way to it',
} as const;
type Rule = keyof typeof rules;

export interface Breach {
  readonly rule: Rule;
  readonly where: string;
  readonly what: string;
}

/** May the first library import the second? As the directions of imports say. */
export type MayImport = (library: string) => readonly string[];

function ruleBroken(path: string, named: NamedTable, owner: string, may: MayImport): Rule | null {
  const [part, name] = path.split('/') as [string, string];
  if (part === 'apps') return 'app-names-table';
  if (owner === name) return null;
  if (named.writes) return 'table-written-elsewhere';
  if (!may(name).includes(owner)) return 'table-read-upward';
  return path.endsWith('.queries.ts') ? null : 'table-of-another-library';
}

function breachesOf(folder: string, path: string, owners: Owners, may: MayImport): Breach[] {
  const text = readFileSync(join(folder, path), 'utf8');
  const { tables, entities } = namedIn(path, text);
  const ofTables = tables.flatMap((named): Breach[] => {
    const owner = owners.ofTable(named.table);
    const rule = owner ? ruleBroken(path, named, owner, may) : null;
    const what = `${named.table} of ${owner}`;
    return rule ? [{ rule, where: `${path}:${named.line}`, what }] : [];
  });
  const ofEntities = entities
    .filter(({ entity }) => owners.entities.has(entity))
    .map(({ entity, library, line }): Breach => {
      const what = `${entity} of ${library}`;
      return { rule: 'entity-of-another-library', where: `${path}:${line}`, what };
    });
  return [...ofTables, ...ofEntities, ...statesBesideIds(path, text)];
}

const STATE_BESIDE_ID =
  /(?<![\w.])((?:\w+\.)?)id = (?:any\()?\$\d+[^`';]*?(?<![\w.])\1state (?:=|in) \(?'(\w+)'/g;

/** With the state in its text, a statement may walk along all rows of that state to find the one. */
const statesBesideIds = (path: string, text: string): Breach[] =>
  [...text.matchAll(STATE_BESIDE_ID)].map(({ 2: state, index }): Breach => {
    const line = text.slice(0, index).split('\n').length;
    return { rule: 'state-beside-an-id', where: `${path}:${line}`, what: `state ${state}` };
  });

/** Everything in a repository that breaks a rule, with how many files were read. */
export function breachesIn(folder: string, may: MayImport): { breaches: Breach[]; files: number } {
  const owners = ownersIn(folder);
  const files = globSync('{apps,libs}/*/src/**/*.{ts,tsx}', { cwd: folder })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/\.spec\.tsx?$/.test(path))
    .sort();
  const homeless = tablesMadeIn(folder)
    .filter((table) => !owners.ofTable(table))
    .map((what): Breach => ({ rule: 'table-without-owner', where: 'migrations', what }));
  const named = files.flatMap((path) => breachesOf(folder, path, owners, may));
  return { breaches: [...homeless, ...named], files: files.length };
}
