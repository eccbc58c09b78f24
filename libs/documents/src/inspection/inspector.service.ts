import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { refused, ok, type Result } from '#kernel';
import { Injectable } from '@nestjs/common';
import { KEPT_BYTES_MAX, type UploadRefusal, type UploadType } from '../domain/upload.ts';

export interface Inspected {
  readonly type: UploadType;
  /** Of a PDF; null for a picture. */
  readonly pages: number | null;
  /** As it is kept: pictures are written anew. */
  readonly bytes: Buffer;
}

interface Answer {
  readonly code?: UploadRefusal;
  readonly type: UploadType;
  readonly pages: number | null;
}

const INSPECTION_MS_MAX = 10_000;
const MEMORY_BYTES_MAX = 768 * 1024 * 1024;
const MEMORY_LOOK_MS = 100;
const PAGE_BYTES = 4_096;
const ANSWER_BYTES_MAX = 1_000;

const here = import.meta.dirname;
// As this file itself is: a source in tests, compiled otherwise.
const program = join(here, `inspect.process${extname(import.meta.filename)}`);
const modules = createRequire(import.meta.url)
  .resolve('sharp')
  .replace(/(?<=[\\/]node_modules)[\\/].*$/, '');
/** It reads its own code; it writes nothing, starts nothing, and knows nothing of our settings. */
const CONFINED = [
  ...['--permission', '--allow-addons', '--disable-warning=SecurityWarning'],
  ...[modules, join(modules, '..', 'package.json'), join(here, '..')].map(
    (path) => `--allow-fs-read=${path}`,
  ),
  '--max-old-space-size=256',
];

/**
 * Looks at files that somebody sent, each in a process of its own: one that takes too long or too
 * much memory, or brings its parser down, takes nobody with it.
 */
@Injectable()
export class Inspector {
  async inspect(
    bytes: Buffer,
    msMax = INSPECTION_MS_MAX,
  ): Promise<Result<Inspected, UploadRefusal>> {
    const child = spawn(process.execPath, [...CONFINED, program], {
      env: {},
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const end = () => child.kill('SIGKILL');
    const late = setTimeout(end, msMax);
    const looks = setInterval(() => void endWhenLarge(child), MEMORY_LOOK_MS);
    try {
      child.stdin.on('error', () => undefined); // it ended before it had read everything
      child.stdin.end(bytes);
      const output = await outputOf(child, end);
      return output ? read(output, bytes) : refused('took_too_long');
    } finally {
      clearTimeout(late);
      clearInterval(looks);
    }
  }
}

/** What it said; null when it was ended. */
function outputOf(child: ChildProcess, end: () => void): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  child.stdout!.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > KEPT_BYTES_MAX + ANSWER_BYTES_MAX) end();
    else chunks.push(chunk);
  });
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done(code === 0 ? Buffer.concat(chunks) : null));
  });
}

function read(output: Buffer, sent: Buffer): Result<Inspected, UploadRefusal> {
  const line = output.indexOf('\n');
  const { code, type, pages } = JSON.parse(output.toString('utf8', 0, line)) as Answer;
  if (code) return refused(code);
  const bytes = type === 'application/pdf' ? sent : output.subarray(line + 1);
  return ok({ type, pages, bytes });
}

/** The kernel's word on Linux; elsewhere only the time limits it. */
async function endWhenLarge(child: ChildProcess): Promise<void> {
  const statm = await readFile(`/proc/${child.pid}/statm`, 'utf8').catch(() => '');
  const pages = Number(statm.split(' ')[1] ?? 0);
  if (pages * PAGE_BYTES > MEMORY_BYTES_MAX) child.kill('SIGKILL');
}
