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
  const { dataSource } = tx.manager;
  const meta = dataSource.getMetadata(entity);
  const columns = meta.columns.filter((column) => column.isSelect);
  const names = columns.map((column) => column.databaseName).join(', ');
  const [found] = await tx.query(
    `select ${names} from ${meta.tableName} where ${where} for update`,
    params,
  );
  if (!found) return null;
  const row = meta.create() as E;
  for (const column of columns) {
    const value: unknown = found[column.databaseName];
    column.setEntityValue(row, dataSource.driver.prepareHydratedValue(value, column));
  }
  return row;
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
