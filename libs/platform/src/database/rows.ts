import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { Tx } from './context.ts';

/**
 * Locks one row until the commit; null when there is none that the actor may see. `where` is SQL.
 * Several that are asked for at once leave in one flight and are locked in the order of asking:
 * TypeORM's own reads keep no order among themselves.
 */
export async function lockRow<E extends ObjectLiteral>(
  tx: Tx,
  entity: EntityTarget<E>,
  where: string,
  params: readonly unknown[],
): Promise<E | null> {
  const [found] = await locked(tx, entity, where, params);
  return found ?? null;
}

/** Those of these ids that the actor may see, by id; locked in the order of their ids. */
export async function lockRows<E extends ObjectLiteral & { id: string }>(
  tx: Tx,
  entity: EntityTarget<E>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, E>> {
  const found = await locked(tx, entity, 'id = any($1) order by id', [ids]);
  return new Map(found.map((row) => [row.id, row]));
}

async function locked<E extends ObjectLiteral>(
  tx: Tx,
  entity: EntityTarget<E>,
  where: string,
  params: readonly unknown[],
): Promise<E[]> {
  const { dataSource } = tx.manager;
  const meta = dataSource.getMetadata(entity);
  const columns = meta.columns.filter((column) => column.isSelect);
  const names = columns.map((column) => column.databaseName).join(', ');
  const found = await tx.query(
    `select ${names} from ${meta.tableName} where ${where} for update`,
    params,
  );
  return found.map((values) => {
    const row = meta.create() as E;
    for (const column of columns) {
      const value = values[column.databaseName];
      column.setEntityValue(row, dataSource.driver.prepareHydratedValue(value, column));
    }
    return row;
  });
}

/** So many rows are written out, each number of them a statement that is planned once. */
const WRITTEN_OUT_MAX = 4;

/** The columns of rows, each with its type as SQL has it. */
type Types = Readonly<Record<string, string>>;

/**
 * Adds rows in one statement whose answer nobody needs. `types` has their columns, each with its type
 * as SQL has it.
 */
export async function addRows<R extends object>(
  tx: Tx,
  table: string,
  types: Readonly<Record<keyof R & string, string>>,
  rows: readonly R[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(types) as (keyof R & string)[];
  const into = `insert into ${table} (${names.join(', ')})`;
  // Lists cost a single row a seventh more.
  if (rows.length <= WRITTEN_OUT_MAX) {
    const places = rows.map((_, n) => names.map((_, i) => `$${n * names.length + i + 1}`));
    return tx.sendAlong(
      `${into} values ${places.map((row) => `(${row.join(', ')})`).join(', ')}`,
      rows.flatMap((row) => names.map((name) => row[name])),
    );
  }
  const lists = names.map((name, i) => `$${i + 1}::${types[name]}[]`).join(', ');
  return tx.sendAlong(
    `${into} select * from unnest(${lists})`,
    names.map((name) => rows.map((row) => row[name])),
  );
}

/** Rows that go in with the commit: those of one table in one statement, whoever wrote them. */
export class LastRows {
  private readonly tables = new Map<string, { readonly types: Types; readonly rows: object[] }>();

  add(table: string, types: Types, rows: readonly object[]): void {
    const waiting = this.tables.get(table);
    if (waiting) waiting.rows.push(...rows);
    else this.tables.set(table, { types, rows: [...rows] });
  }

  async sendAlong(tx: Tx): Promise<void> {
    for (const [table, { types, rows }] of this.tables) await addRows(tx, table, types, rows);
  }
}

/** An entity's fields by column, as the driver takes them; those left undefined are left out. */
export function columnsOf<E extends ObjectLiteral>(
  tx: Tx,
  entity: EntityTarget<E>,
  fields: Partial<E>,
): Record<string, unknown> {
  const { dataSource } = tx.manager;
  const { columns } = dataSource.getMetadata(entity);
  const given = columns.filter((column) => fields[column.propertyName] !== undefined);
  return Object.fromEntries(
    given.map((column) => [
      column.databaseName,
      dataSource.driver.preparePersistentValue(fields[column.propertyName], column) as unknown,
    ]),
  );
}
