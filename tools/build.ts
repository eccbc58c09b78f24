// npm run build: compiles every program once, and makes the files that they serve.
// The new build takes the place of the old one at the end, whole.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildAssets } from '../libs/web/build-assets.ts';
import { checkout } from './checkout.ts';
import { removeUnfinished } from './leftovers.ts';
import { buildStripeSchema, isStale } from '../apps/stripe-emulator/schema/index.ts';

const dist = join(checkout, 'dist');
/** Beside dist/, so that a new build can be moved there in one step. */
const workshop = join(checkout, '.data');
const stamp = join(dist, '.built');
const inputs = ['apps', 'libs', 'migrations', 'tools', 'bench'];
const inputFiles = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];

/** Sizes and times of everything that goes in: enough to know that nothing has changed. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const add = (path: string) => {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  };
  for (const folder of inputs.filter((name) => existsSync(join(checkout, name)))) {
    const entries = readdirSync(join(checkout, folder), { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((each) => each.isFile())) {
      if (!entry.name.includes('.spec.')) add(join(entry.parentPath, entry.name));
    }
  }
  for (const file of inputFiles) add(join(checkout, file));
  return hash.digest('hex');
}

/** Compiles into that folder; what the compiler has to say is in the error. */
function compile(folder: string): Promise<void> {
  const compiler = join(checkout, 'node_modules', 'typescript', 'bin', 'tsc');
  // The libraries' names lead to dist/; while another folder is filled they must lead to sources.
  const how = ['-p', 'tsconfig.build.json', '--outDir', folder];
  const args = [compiler, ...how, '--customConditions', 'visa-bond-src'];
  return new Promise((done, fail) => {
    execFile(process.execPath, args, { cwd: checkout }, (error, output) => {
      if (error) fail(new Error(output || error.message));
      else done();
    });
  });
}

/** Three seconds of work that only another version of the SDK makes necessary. */
async function makeStripeSchema(folder: string): Promise<void> {
  const name = 'stripe-schema.json';
  const present = join(dist, name);
  if (isStale(present)) await buildStripeSchema(join(folder, name));
  else copyFileSync(present, join(folder, name));
}

function takePlace(folder: string): void {
  const old = `${folder}.old`;
  if (existsSync(dist)) renameSync(dist, old);
  renameSync(folder, dist);
  rmSync(old, { recursive: true, force: true });
}

removeUnfinished(workshop, /^build-(\d+)(?:\.old)?$/);
const print = fingerprint();
const isCurrent = existsSync(stamp) && readFileSync(stamp, 'utf8') === print;
if (!isCurrent || process.argv.includes('--force')) {
  const started = performance.now();
  const folder = join(workshop, `build-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  const results = await Promise.allSettled([
    compile(folder),
    buildAssets(join(folder, 'assets')),
    makeStripeSchema(folder),
  ]);
  const problems = results.filter((result) => result.status === 'rejected');
  for (const { reason } of problems) console.error((reason as Error).message);
  // With type errors the programs are still made, for whoever is at work on them, but not stamped.
  if (problems.length === 0) writeFileSync(join(folder, '.built'), print);
  takePlace(folder);
  if (problems.length > 0) process.exit(1);
  console.error(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}
