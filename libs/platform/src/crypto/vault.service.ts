import { createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Config } from '../config/config.ts';
import type { Tx } from '../database/context.ts';
import { decrypt, encrypt } from './aes.ts';

/** Where a sealed value lives. It is bound to that place: moved elsewhere it does not open. */
export interface Place {
  readonly table: string;
  readonly column: string;
  readonly row: string;
}

/** The key of somebody new. */
export interface NewKey {
  /** The row of data_key, which the caller writes. */
  readonly wrapped: Buffer;
  seal(place: Place, plain: string): Buffer;
}

/** One subject's key, looked up once for content in many parts. */
export interface SubjectKey {
  seal(place: Place, plain: Buffer): Buffer;
  /** Throws when it was altered or moved. */
  open(place: Place, sealed: Buffer): Buffer;
}

/** Something sealed, with whose key. */
export interface Sealed {
  readonly subjectId: string;
  readonly place: Place;
  readonly sealed: Buffer;
}

/** By subject. */
export type WrappedKeys = ReadonlyMap<string, Buffer>;

const bindingOf = (p: Place) => `${p.table}.${p.column}:${p.row}`;

const keyIn = (base64: string) => createSecretKey(base64, 'base64');

const subjectKey = (key: KeyObject): SubjectKey => ({
  seal: (place, plain) => encrypt(key, plain, bindingOf(place)),
  open: (place, sealed) => decrypt(key, sealed, bindingOf(place)),
});

/**
 * Seals personal data with a key per person (or other subject), itself wrapped by the key of the
 * configuration. Deleting a subject's key erases everything sealed for it.
 */
@Injectable()
export class Vault {
  private readonly wrapping: KeyObject;
  private readonly index: KeyObject;

  constructor(@Inject(Config) config: Pick<Config, 'wrappingKey' | 'indexKey'>) {
    this.wrapping = keyIn(config.wrappingKey);
    this.index = keyIn(config.indexKey);
  }

  async seal(tx: Tx, subjectId: string, place: Place, plain: string): Promise<Buffer> {
    return encrypt(await this.keyOf(tx, subjectId, true), Buffer.from(plain), bindingOf(place));
  }

  /** Throws when the key is gone or anything was altered. */
  async open(tx: Tx, subjectId: string, place: Place, sealed: Buffer): Promise<string> {
    return decrypt(await this.keyOf(tx, subjectId, false), sealed, bindingOf(place)).toString();
  }

  /** For content in parts. A new subject gets a key. */
  async keyToSeal(tx: Tx, subjectId: string): Promise<SubjectKey> {
    return subjectKey(await this.keyOf(tx, subjectId, true));
  }

  /** The same for what is there. Throws when the key is gone. */
  async keyToOpen(tx: Tx, subjectId: string): Promise<SubjectKey> {
    return subjectKey(await this.keyOf(tx, subjectId, false));
  }

  /** The keys of many, still wrapped: whoever asks for them beside what they open waits once. */
  async keysOf(tx: Tx, subjectIds: readonly string[]): Promise<WrappedKeys> {
    const rows = await tx.query<{ id: string; wrapped: Buffer }>(
      'select subject_id as id, wrapped from data_key where subject_id = any($1)',
      [subjectIds],
    );
    return new Map(rows.map((row) => [row.id, row.wrapped]));
  }

  /**
   * Many at once, in the same order. Null where the key is gone or something was altered: one that
   * does not open must not keep the others shut.
   */
  openAll(keys: WrappedKeys, all: readonly Sealed[]): (string | null)[] {
    return all.map(({ subjectId, place, sealed }) => {
      const wrapped = keys.get(subjectId);
      if (!wrapped) return null;
      try {
        const key = this.unwrapped(wrapped, subjectId);
        return decrypt(key, sealed, bindingOf(place)).toString();
      } catch {
        return null;
      }
    });
  }

  /** For rows that are written in numbers: their key goes in with them, and nothing is looked up. */
  newKey(subjectId: string): NewKey {
    const bytes = randomBytes(32);
    const key = createSecretKey(bytes);
    return {
      wrapped: encrypt(this.wrapping, bytes, subjectId),
      seal: (place, plain) => encrypt(key, Buffer.from(plain), bindingOf(place)),
    };
  }

  /** A keyed token for exact search: the same value gives the same token, and no way back. */
  token(kind: string, value: string): Buffer {
    return createHmac('sha256', this.index).update(`${kind}\0${value}`).digest();
  }

  private async keyOf(tx: Tx, subjectId: string, make: boolean): Promise<KeyObject> {
    const found = await this.wrappedKey(tx, subjectId);
    if (found) return this.unwrapped(found, subjectId);
    if (!make) throw new Error('the key of this subject is gone');
    await tx.query(
      'insert into data_key (subject_id, wrapped) values ($1, $2) on conflict do nothing',
      [subjectId, this.newKey(subjectId).wrapped],
    );
    // Two at once: the first row stands, so read it back rather than trust ours.
    return this.unwrapped((await this.wrappedKey(tx, subjectId))!, subjectId);
  }

  private unwrapped(wrapped: Buffer, subjectId: string): KeyObject {
    return createSecretKey(decrypt(this.wrapping, wrapped, subjectId));
  }

  private async wrappedKey(tx: Tx, subjectId: string): Promise<Buffer | undefined> {
    const rows = await tx.query<{ wrapped: Buffer }>(
      'select wrapped from data_key where subject_id = $1',
      [subjectId],
    );
    return rows[0]?.wrapped;
  }
}
