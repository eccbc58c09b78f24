import type { DataSourceOptions } from 'typeorm';
import { SnakeNamingStrategy } from './columns.ts';
import { FlightClient } from './flight-client.ts';

export const sourceOptions = (url: string, poolSize = 10): DataSourceOptions => ({
  type: 'postgres',
  url,
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
    // A new connection plans every statement anew: a page asked for after ten idle seconds took four
    // times as long while those were the limit.
    idleTimeoutMillis: 300_000,
    // Between them nothing is sent, and a server or a firewall may be gone without a word.
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  },
});
