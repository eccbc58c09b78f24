// Workers in processes of their own, to be killed.
import { spawn } from 'node:child_process';
import type { World } from './world.ts';

const SUPPORT = `${import.meta.dirname}/..`;

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stderr: string;
}

/** Starts one with this work (see dying-worker.ts); how it ended. What still runs dies with the world. */
export function runWorker(world: World, ...work: readonly string[]): Promise<Ended> {
  const flags = ['--conditions=visa-bond-src', '--import', `${SUPPORT}/typescript-hooks.mjs`];
  const where = [world.db.url('worker'), world.emulator.url];
  const child = spawn(
    process.execPath,
    [...flags, `${SUPPORT}/dying-worker.ts`, ...where, ...work],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { PATH: process.env.PATH } },
  );
  let stderr = '';
  child.stderr.on('data', (part: Buffer) => (stderr += part.toString()));
  const ended = new Promise<Ended>((done) =>
    child.on('exit', (code, signal) => done({ code, signal, stderr })),
  );
  world.onStop(() => (child.kill('SIGKILL'), ended));
  return ended;
}
