// A database of its own for a test file, cloned from the template that the global setup prepared.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { connected, grantConnect, roleOf, withDatabase, type Login } from '../../tools/database.ts';
import { brokenRules } from '../../tools/oracle-checks.ts';

export interface TestDatabase {
  readonly name: string;
  /** The address for one of the processes' logins: the rights are those of production. */
  readonly url: (login: Login) => string;
  /** The administrator's address: sees everything, row-level security included. */
  readonly adminUrl: string;
  /** An open connection of the administrator, for looking at rows. */
  readonly admin: pg.Client;
  /** Opens that connection anew, after the server was lost and is there again. */
  readonly reconnect: () => Promise<void>;
  /** Closes `admin` and removes the database; call it in afterAll, after the application. */
  readonly drop: () => Promise<void>;
}

function clusterUrl(): string {
  const failure = process.env.TEST_PG_FAILURE;
  if (failure !== undefined) throw new Error(`The template database was not made: ${failure}`);
  const url = process.env.TEST_PG_URL;
  if (url === undefined) throw new Error('No test server: run this through jest.');
  return url;
}

function urlAs(login: Login, adminUrl: string): string {
  const url = new URL(adminUrl);
  url.username = roleOf(login);
  return url.toString();
}

async function clone(cluster: string, name: string): Promise<void> {
  const template = process.env.TEST_PG_TEMPLATE ?? '';
  await connected(cluster, async (admin) => {
    await admin.query(`create database ${name} template ${template} owner ${roleOf('migrator')}`);
    await grantConnect(admin, name); // a clone comes without the template's rights to connect
  });
}

export async function freshDatabase(): Promise<TestDatabase> {
  const cluster = clusterUrl();
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await clone(cluster, name);
  const adminUrl = withDatabase(cluster, name);
  let admin = await openAdmin(adminUrl);
  const reconnect = async () => {
    admin = await openAdmin(adminUrl);
  };
  const drop = async () => {
    await admin.end();
    await connected(cluster, (client) =>
      client.query(`drop database if exists ${name} with (force)`),
    );
  };
  const url = (login: Login) => urlAs(login, adminUrl);
  return { name, adminUrl, reconnect, drop, url, get admin() { return admin; } }; // prettier-ignore
}

async function openAdmin(connectionString: string): Promise<pg.Client> {
  // What a test asks at once travels at once: the driver keeps no queue beyond its next version.
  const admin = new pg.Client({ connectionString, pipeline: true });
  admin.on('error', () => undefined); // the server may be stopped under a test on purpose
  await admin.connect();
  return admin;
}

/** Every oracle's complaints, in words; the books are right when it is empty. */
export async function oracleIsClean(adminUrl: string): Promise<string[]> {
  return connected(adminUrl, brokenRules);
}
