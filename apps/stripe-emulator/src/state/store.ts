import type { Kind, Kinds } from './kinds.ts';

interface Change {
  kind: Kind;
  id: string;
  before: unknown;
}

/** One line of the state file: the rows that one transaction put (v) or removed (no v). */
export type Entry = { k: Kind; i: string; v?: unknown };

/**
 * All rows, in memory. Changes happen in transactions: synchronous, all or nothing, and handed to
 * `persist` as one unit, so that a kill between two rows of one change cannot be seen after a restart.
 * Rows are frozen: a change is a new row.
 */
export class Store {
  readonly #tables = new Map<Kind, Map<string, unknown>>();
  #changes: Change[] | undefined;
  persist: (entries: Entry[]) => void = () => {};

  get<K extends Kind>(kind: K, id: string): Kinds[K] | undefined {
    return this.#table(kind).get(id) as Kinds[K] | undefined;
  }

  /** Rows in the order in which they were first put. */
  all<K extends Kind>(kind: K): Kinds[K][] {
    return [...this.#table(kind).values()] as Kinds[K][];
  }

  put<K extends Kind>(kind: K, row: Kinds[K]): Kinds[K] {
    const frozen = deepFreeze(structuredClone(row));
    this.#record(kind, row.id, frozen);
    return frozen;
  }

  /** Puts a copy of the row with some fields replaced. */
  patch<K extends Kind>(kind: K, id: string, fields: Partial<Kinds[K]>): Kinds[K] {
    const row = this.get(kind, id);
    if (!row) throw new Error(`There is no ${kind} ${id} to change.`);
    return this.put(kind, { ...row, ...fields });
  }

  remove(kind: Kind, id: string): void {
    this.#record(kind, id, undefined);
  }

  transaction<T>(work: () => T): T {
    if (this.#changes) return work();
    const changes: Change[] = (this.#changes = []);
    try {
      const result = work();
      this.#changes = undefined;
      if (changes.length) this.persist(this.#entriesOf(changes));
      return result;
    } catch (error) {
      this.#changes = undefined;
      for (const { kind, id, before } of changes.reverse()) this.#set(kind, id, before);
      throw error;
    }
  }

  /** Applies what the state file holds, without writing it again. */
  load(entries: Entry[]): void {
    for (const { k, i, v } of entries) this.#set(k, i, v === undefined ? v : deepFreeze(v));
  }

  /** Everything, one unit per row: the compact form of the state file. */
  *snapshot(): Generator<Entry[]> {
    for (const [k, table] of this.#tables) for (const [i, v] of table) yield [{ k, i, v }];
  }

  clear(): void {
    this.#tables.clear();
  }

  #record(kind: Kind, id: string, row: unknown): void {
    if (!this.#changes) throw new Error(`${kind} ${id} changed outside a transaction.`);
    this.#changes.push({ kind, id, before: this.#table(kind).get(id) });
    this.#set(kind, id, row);
  }

  #set(kind: Kind, id: string, row: unknown): void {
    if (row === undefined) this.#table(kind).delete(id);
    else this.#table(kind).set(id, row);
  }

  #entriesOf(changes: Change[]): Entry[] {
    const last = new Map(changes.map((change) => [`${change.kind} ${change.id}`, change]));
    return [...last.values()].map(({ kind, id }) => ({
      k: kind,
      i: id,
      v: this.#table(kind).get(id),
    }));
  }

  #table(kind: Kind): Map<string, unknown> {
    const table = this.#tables.get(kind) ?? new Map<string, unknown>();
    this.#tables.set(kind, table);
    return table;
  }
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
