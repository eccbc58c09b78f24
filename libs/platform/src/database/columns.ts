import {
  dayFromIso,
  instantFromDate,
  Temporal,
  toDate,
  type Instant,
  type PlainDate,
} from '#kernel';
import { DefaultNamingStrategy, type ColumnOptions, type ValueTransformer } from 'typeorm';

const nullable =
  <A, B>(f: (a: A) => B) =>
  (a: A | null | undefined) =>
    a === null || a === undefined ? a : f(a);

const instants: ValueTransformer = {
  from: nullable(instantFromDate),
  to: nullable((v: unknown) => (v instanceof Temporal.Instant ? toDate(v) : v)),
};
const days: ValueTransformer = {
  from: nullable((text: string): PlainDate => dayFromIso(text)),
  to: nullable(String),
};
const bigints: ValueTransformer = { from: nullable(BigInt), to: nullable(String) };

/** timestamptz as an Instant. */
export const instantColumn = (more: ColumnOptions = {}): ColumnOptions => ({
  type: 'timestamptz',
  transformer: instants,
  ...more,
});
/** date as a PlainDate. */
export const dayColumn = (more: ColumnOptions = {}): ColumnOptions => ({
  type: 'date',
  transformer: days,
  ...more,
});
/** bigint as a bigint: the driver gives text, since a number would lose digits. */
export const bigintColumn = (more: ColumnOptions = {}): ColumnOptions => ({
  type: 'bigint',
  transformer: bigints,
  ...more,
});

export const dayOf = (text: string): PlainDate => dayFromIso(text);
export const momentOf = (d: Date): Instant => instantFromDate(d);

const snake = (text: string) => text.replace(/[A-Z]/g, (c, i) => (i ? '_' : '') + c.toLowerCase());

export class SnakeNamingStrategy extends DefaultNamingStrategy {
  override tableName(className: string, userSpecified?: string): string {
    return userSpecified ?? snake(className);
  }

  override columnName(property: string, custom: string | undefined, prefixes: string[]): string {
    return [...prefixes.map(snake), custom ?? snake(property)].join('_');
  }

  override joinColumnName(relation: string, referenced: string): string {
    return `${snake(relation)}_${snake(referenced)}`;
  }
}
