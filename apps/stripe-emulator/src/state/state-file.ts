import {
  appendFileSync,
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  fsyncSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';

import type { Entry, Store } from './store.ts';

/**
 * Keeps a store in an append-only file: one JSON line per transaction. At start the lines are
 * applied and the file is written anew without its history.
 */
export class StateFile {
  readonly #file: string;

  constructor(dataDir: string) {
    mkdirSync(dataDir, { recursive: true });
    this.#file = path.join(dataDir, 'state.jsonl');
  }

  /** Reads the file into the store and keeps it up to date from then on. */
  attach(store: Store, tidy: () => void): void {
    for (const entries of this.#read()) store.load(entries);
    tidy();
    this.rewrite(store);
    store.persist = (entries) => appendFileSync(this.#file, `${JSON.stringify(entries)}\n`);
  }

  /** Replaces the file by the store's present content; the old one stays until the new is whole. */
  rewrite(store: Store): void {
    const partial = `${this.#file}.partial`;
    const out = openSync(partial, 'w');
    for (const entries of store.snapshot()) writeSync(out, `${JSON.stringify(entries)}\n`);
    fsyncSync(out);
    closeSync(out);
    renameSync(partial, this.#file);
  }

  #read(): Entry[][] {
    if (!existsSync(this.#file)) return [];
    const lines = readFileSync(this.#file, 'utf8').split('\n');
    // What follows the last line break is a write that a kill cut short: it never happened.
    lines.pop();
    return lines.map((line, n) => {
      try {
        return JSON.parse(line) as Entry[];
      } catch {
        throw new Error(`${this.#file} is damaged at line ${n + 1}; move it away to start afresh.`);
      }
    });
  }
}
