// What `npm start` takes from the environment.
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Ports } from './processes.ts';

/** Name of the variable, and what it is when not given. */
export const portSettings = {
  portal: ['PORTAL_PORT', 3000],
  officer: ['OFFICER_PORT', 3001],
  api: ['API_PORT', 3002],
  'stripe-emulator': ['STRIPE_EMULATOR_PORT', 3003],
  mail: ['MAIL_PORT', 3004],
  smtp: ['SMTP_PORT', 3025],
  worker: ['WORKER_PORT', 3005],
  'time-machine': ['TIME_MACHINE_PORT', 3006],
} as const satisfies Record<keyof Ports, readonly [string, number]>;

const portMax = 65_535;
const pollMs = 100;

/** Ports of other protocols, which browsers (and Node's fetch) refuse: fetch.spec.whatwg.org, "port blocking". */
// prettier-ignore
const refusedByBrowsers = new Set([
  1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103,
  104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513,
  514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720,
  1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);

export class WrongSetting extends Error {}

function portFrom(env: NodeJS.ProcessEnv, variable: string, otherwise: number): number {
  const text = env[variable];
  if (text === undefined || text === '') return otherwise;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > portMax) {
    throw new WrongSetting(`${variable} must be a number from 1 to ${portMax}, not "${text}".`);
  }
  // Mail is not fetched by browsers.
  if (variable !== 'SMTP_PORT' && refusedByBrowsers.has(port)) {
    throw new WrongSetting(`Browsers refuse port ${port}; set ${variable} to another.`);
  }
  return port;
}

export function readPorts(env: NodeJS.ProcessEnv = process.env): Ports {
  const entries = Object.entries(portSettings).map(([name, [variable, otherwise]]) => [
    name,
    portFrom(env, variable, otherwise),
  ]);
  const ports = Object.fromEntries(entries) as Ports;
  const twice = entries.find(([name, port]) =>
    entries.some(([other, same]) => other !== name && same === port),
  );
  if (twice) throw new WrongSetting(`Port ${twice[1]} is asked for twice; give each its own.`);
  return ports;
}

/** A demonstration must never touch real money. */
export function refuseLiveKeys(env: NodeJS.ProcessEnv = process.env): void {
  const names = Object.keys(env).filter((name) => /^(sk|rk)_live_/.test(env[name] ?? ''));
  if (names.length > 0) {
    throw new WrongSetting(
      `${names.join(', ')} holds a live Stripe key. A demonstration takes test keys only.`,
    );
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer().once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
  });
}

/**
 * Says which variable to set for the first port that somebody else uses. Programs of an earlier run may
 * be about to end by themselves: `patienceMs` is how long they get.
 */
export async function refuseTakenPorts(
  ports: Ports,
  needed: readonly (keyof Ports)[],
  patienceMs = 0,
) {
  const end = Date.now() + patienceMs;
  for (const name of needed) {
    while (!(await isFree(ports[name]))) {
      if (Date.now() < end) await pause(pollMs);
      else {
        throw new WrongSetting(
          `Port ${ports[name]} is taken. Stop what uses it, or set ${portSettings[name][0]} ` +
            'to a free one.',
        );
      }
    }
  }
}
