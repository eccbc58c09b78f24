// Where the demonstration is, and that it is one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JWK } from 'jose';

export interface MachineSettings {
  readonly port: number;
  /** The administrator's address: no login of a process may move the legal clock. */
  readonly adminUrl: string;
  readonly folder: string;
  readonly apiUrl: string;
  readonly portalUrl: string;
  readonly officerUrl: string;
  /** Whose clock goes along; absent where Stripe itself is used. */
  readonly emulatorUrl: string | undefined;
}

export function readMachineSettings(env: NodeJS.ProcessEnv = process.env): MachineSettings {
  if (env['PORTAL_MODE'] !== 'demonstration') {
    throw new Error('PORTAL_MODE is not demonstration; no other clock can be moved.');
  }
  const needed = (name: string): string => {
    const value = env[name];
    if (!value) throw new Error(`${name} is not set; "npm start" sets it.`);
    return value;
  };
  return {
    port: Number(needed('PORT')),
    adminUrl: needed('TIME_MACHINE_ADMIN_URL'),
    folder: needed('TIME_MACHINE_FOLDER'),
    apiUrl: needed('API_URL'),
    portalUrl: needed('PORTAL_URL'),
    officerUrl: needed('OFFICER_URL'),
    emulatorUrl: env['STRIPE_API_BASE'] || undefined,
  };
}

const read = <T>(folder: string, name: string) =>
  JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;

/** The demonstration's border post: its key was made with the invented people. */
export const borderPostOf = (folder: string) =>
  read<{ clientId: string; privateJwk: JWK }>(folder, 'demo-border-key.json');

/** The invented applicants' cases, by the name that each signs in with. */
export const casesOf = (folder: string) => read<Record<string, string>>(folder, 'demo-cases.json');
