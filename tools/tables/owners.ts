// Which library a table belongs to: the one that has its entity; those without one are listed here.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Tables and views without an entity; a name that ends in a dot is a whole schema. */
const WITHOUT_ENTITY: Readonly<Record<string, readonly string[]>> = {
  audit: ['day_seal', 'inclusion_proof', 'sealed_row'],
  platform: [
    ...['data_key', 'demonstration', 'legal_clock', 'oracle_pass'],
    ...['oracle_progress', 'rate_limit', 'session', 'waiting_work'],
  ],
  identity: ['app.seal_key'],
  documents: ['documents.'],
  departure: ['departure.', 'stays.', 'aside.'],
  travel: ['travel.', 'matching.'],
  application: ['app.case_move'],
  ledger: ['ledger.', 'closings.', 'told_balance', 'trial_balance'],
  'bond-escrow': ['escrow.', 'app.bond_move'],
  breach: ['breaches.'],
  treasury: [
    ...['processor_balance', 'processor_movement', 'movement_total', 'movement_listing'],
    ...['closed_month', 'comparison_progress', 'trial_cash', 'treasury.', 'banking.'],
    ...['bank_match', 'bank_open', 'bank_reading', 'closing_way_told'],
  ],
  // custody.oracle holds case, bond, payment and refund against each other.
  refund: ['refunds.', 'rescues.', 'disputes.', 'suspense.', 'custody.', 'returned_twice'],
};

export interface Owners {
  /** Undefined when it is no table of ours. */
  ofTable(table: string): string | undefined;
  /** The names of the classes. */
  readonly entities: ReadonlySet<string>;
}

const ENTITY = /@Entity\('([a-z_.]+)'[^]*?\bclass (\w+)/g;

/** Of a repository that lies in this folder. */
export function ownersIn(folder: string): Owners {
  const owners = new Map<string, string>();
  const entities = new Set<string>();
  for (const file of globSync('libs/*/src/**/*.entity.ts', { cwd: folder })) {
    const library = file.split(/[/\\]/)[1]!;
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [, table, entity] of text.matchAll(ENTITY)) {
      owners.set(table!, library);
      entities.add(entity!);
    }
  }
  for (const [library, names] of Object.entries(WITHOUT_ENTITY)) {
    for (const name of names) owners.set(name, library);
  }
  const ofTable = (table: string) => {
    const name = table.replace(/^public\./, '').replace(/_history$/, '');
    return owners.get(name) ?? owners.get(`${name.split('.')[0]}.`);
  };
  return { ofTable, entities };
}

/** The tables and views that migrations make and have not dropped again. */
export function tablesMadeIn(folder: string): string[] {
  const files = globSync('migrations/**/*.ts', { cwd: folder });
  const text = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  const names = (what: RegExp) => [...text.matchAll(what)].map(([, name]) => name!);
  const dropped = new Set(names(/\bdrop table (?:if exists )?([a-z_.]+)/gi));
  const made = names(/\bcreate (?:or replace )?(?:table|view) (?:if not exists )?([a-z_.]+)/gi);
  return [...new Set(made)].filter((name) => !dropped.has(name));
}
