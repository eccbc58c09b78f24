// Workers in processes of their own, to be killed. They run what is in dist/: `npm run build` first.
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { join } from 'node:path';
import { checkout } from '../../../tools/checkout.ts';
import type { World } from './world.ts';

const SUPPORT = `${import.meta.dirname}/..`;
// Most of a start is loading code: it is compiled once, and its garbage is left where it is. Threads that
// would help to collect it take from the other workers.
const FLAGS = ['--max-semi-space-size=64', '--single-threaded-gc'];
const FROM_SOURCES = ['--import', `${SUPPORT}/typescript-hooks.mjs`, `${SUPPORT}/dying-worker.ts`];
const CACHE = join(checkout, 'node_modules', '.cache', 'compiled');

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stderr: string;
}

/** Where a worker dies, and which parts of the sweep it works before everything else. */
export interface Orders {
  readonly point: number;
  readonly sweeps: readonly string[];
}

function start(world: World, work: readonly string[], program: readonly string[] = FROM_SOURCES) {
  const where = [world.db.url('worker'), world.emulator.url];
  const args = [...FLAGS, ...program, ...where, ...work];
  const child = spawn(process.execPath, args, { env: { NODE_COMPILE_CACHE: CACHE } });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (part: Buffer) => (stdout += part.toString()));
  child.stderr.on('data', (part: Buffer) => (stderr += part.toString()));
  const ended = new Promise<Ended & { stdout: string }>((done) =>
    child.on('close', (code, signal) => done({ code, signal, stderr, stdout })),
  );
  world.onStop(() => (child.kill('SIGKILL'), ended));
  return { child, ended };
}

/** Starts one with this work (see dying-worker.ts); how it ended. What still runs dies with the world. */
export async function runWorker(world: World, ...work: readonly string[]): Promise<Ended> {
  const { child, ended } = start(world, work);
  child.stdin.end();
  const { code, signal, stderr } = await ended;
  return { code, signal, stderr };
}

/** A worker that was started and waits to be told where to die. */
export class DoomedWorker {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly ended: ReturnType<typeof start>['ended'];

  /** `bundle`: the program in one file, where many are started. */
  constructor(world: World, bundle?: string) {
    const program = bundle === undefined ? undefined : [bundle];
    ({ child: this.child, ended: this.ended } = start(world, ['points'], program));
  }

  /** The points that it passed, the last of which it died at; all of them when it came to rest. */
  async work(orders: Orders): Promise<{ readonly died: boolean; readonly passed: string[] }> {
    this.child.stdin.end(`${JSON.stringify(orders)}\n`);
    const { code, signal, stdout, stderr } = await this.ended;
    if (signal !== 'SIGKILL' && code !== 0)
      throw new Error(`a worker ended with ${code}: ${stderr}`);
    return { died: signal === 'SIGKILL', passed: stdout.split('\n').filter(Boolean) };
  }
}
