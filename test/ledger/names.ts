// What tests of the books speak of: names instead of ids, and figures.
import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Login } from '../../tools/database.ts';

/** A name is an id: tests speak of b1 and pi_b1. */
export const idOf = (name: string): string =>
  createHash('md5')
    .update(name)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

export const full = 1_000_000n;
const zero = { paid: 0n, refunded: 0n, forfeited: 0n, chargedBack: 0n, held: 0n };
export const nothing = { ...zero, reserved: 0n, borne: 0n };
export type Figures = typeof nothing;

export interface Receipt {
  readonly payment?: string;
  readonly amount?: bigint;
  readonly toBond?: bigint;
  readonly currency?: string;
  readonly cause?: string;
}
export interface Reserve {
  readonly decision: string;
  readonly disbursement: string;
  readonly amount?: bigint;
  readonly to?: string;
  readonly code?: string;
  readonly currency?: string;
  readonly login?: Login;
}

const int8 = 20;
/** Reads amounts as bigint: the driver would give text. */
export const bigints = {
  getTypeParser: ((oid: number, format: 'text') =>
    oid === int8
      ? BigInt
      : (pg.types.getTypeParser(oid, format) as unknown)) as typeof pg.types.getTypeParser,
};
