import { DataSource, type DataSourceOptions, type EntitySchema } from 'typeorm';
import { SnakeNamingStrategy } from './columns.ts';
import { FlightClient } from './flight-client.ts';

// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- TypeORM's own type
export type EntityClass = Function | EntitySchema;

export const sourceOptions = (
  url: string,
  entities: readonly EntityClass[],
  poolSize = 10,
): DataSourceOptions => ({
  type: 'postgres',
  url,
  entities: [...entities],
  namingStrategy: new SnakeNamingStrategy(),
  synchronize: false,
  installExtensions: false,
  logging: false,
  poolSize,
  // A statement that hangs must not hold its locks for ever, nor a request wait for ever to begin.
  extra: {
    Client: FlightClient,
    pipeline: true,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    connectionTimeoutMillis: 10_000,
  },
});

/** SQL that would make the schema match the entities: empty when they agree. */
export async function schemaDrift(
  url: string,
  entities: readonly EntityClass[],
): Promise<string[]> {
  const source = await new DataSource(sourceOptions(url, entities)).initialize();
  try {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    return upQueries.map((q) => q.query);
  } finally {
    await source.destroy();
  }
}
