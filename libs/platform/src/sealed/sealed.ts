/** Rows of one table that stay as they are for ever, as the seal of a day takes them. */
export interface SealedRows {
  /** The table's name, which stands in each of its leaves. */
  readonly source: string;
  /**
   * SQL: id, at and content, as text of ids, codes and whole numbers alone, of the rows that were
   * written from $1 on and before $2, by the wall clock.
   */
  readonly rows: string;
  /** Whether each row gets a proof that it is in the seal of its day, for whom it concerns. */
  readonly proves?: true;
}

/** SQL: microseconds since 1970, whatever the session's time zone and date style. */
export const micros = (column: string): string =>
  `(extract(epoch from ${column}) * 1000000)::bigint`;
