import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { pauseAfter } from './keep-up.ts';
import { freePort } from './postgres.ts';

const folder = mkdtempSync(join(tmpdir(), 'keep-up-spec-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const here = (file: string) => JSON.stringify(join(import.meta.dirname, file));

/** Answers at its port; from its second life on it runs what a test says. */
const program = (lateLife: string) => `
  import { createServer } from 'node:http';
  import { existsSync, writeFileSync } from 'node:fs';
  const marker = process.argv[1] + '.lived';
  console.log('I live');
  if (existsSync(marker)) { ${lateLife} }
  writeFileSync(marker, '');
  createServer((_, answer) => answer.end('here')).listen(Number(process.env.PORT), '127.0.0.1');`;

interface Ran {
  readonly lines: readonly string[];
  readonly code: number;
  readonly log: string;
}

/** A run that keeps one program up, and what is done to it. */
async function runs(what: string, lateLife = '', firstPauseMs = 20): Promise<Ran> {
  const [port, name] = [await freePort(), join(folder, String(Math.random()))];
  writeFileSync(`${name}.mjs`, program(lateLife));
  writeFileSync(
    `${name}.mts`,
    `import { setTimeout as pause } from 'node:timers/promises';
     import { Kept } from ${here('keep-up.ts')};
     import { isProcessAlive } from ${here('leftovers.ts')};
     import { Run } from ${here('run.ts')};
     const run = new Run();
     const say = (text) => console.error(text);
     let kept, replaced = 0;
     const kill = () => process.kill(kept.child.pid, 'SIGKILL');
     const answers = () =>
       fetch('http://127.0.0.1:${port}/').then((answer) => answer.text(), () => 'nothing');
     await run.through(async () => {
       const options = { name: 'web', program: ${JSON.stringify(`${name}.mjs`)}, port: ${port},
         env: { PORT: '${port}' }, readyPath: '/', logFile: ${JSON.stringify(`${name}.log`)} };
       const how = { shownLog: 'web.log', firstPauseMs: ${firstPauseMs}, onReplaced: () => replaced++ };
       kept = new Kept(options, run, how);
       run.atEnd(() => kept.child.stop());
       run.atEnd(async () => say('closing'));
       await kept.ready();
       ${what}
     });`,
  );
  const env = { ...process.env, NODE_OPTIONS: '' };
  const ended = await new Promise<Omit<Ran, 'log'>>((done) => {
    execFile(process.execPath, [`${name}.mts`], { env }, (error, _, said) =>
      done({ lines: said.trim().split('\n'), code: Number(error?.code ?? 0) }),
    );
  });
  return { ...ended, log: readFileSync(`${name}.log`, 'utf8') };
}

test('a program that is killed is at work again on its port, and its log goes on', async () => {
  const { lines, code, log } = await runs(`
    const first = kept.child.pid;
    kill();
    while (replaced < 1) await pause(10);
    await kept.ready();
    say(await answers());
    say(String(first !== kept.child.pid && !isProcessAlive(first)));`);
  expect(lines).toEqual([
    'web has ended by itself. Starting it again in 0.02 s.',
    'here',
    'true',
    'closing',
  ]);
  expect([code, log]).toEqual([0, 'I live\nI live\n']);
});

test('one that dies at once each time is given up, and everything ends', async () => {
  const { lines, code, log } = await runs('kill(); await run.untilStopped();', 'process.exit(3);');
  const again = (seconds: number) =>
    `web has ended by itself (exit code 3). Starting it again in ${seconds} s.`;
  expect(lines).toEqual([
    'web has ended by itself. Starting it again in 0.02 s.',
    ...[0.04, 0.08, 0.16, 0.32].map(again),
    'web has ended by itself (exit code 3), 6 times within 10 minutes; see web.log. Stopping.',
    'closing',
  ]);
  expect([code, log]).toEqual([1, 'I live\n'.repeat(6)]);
});

test('nothing is started once stopping has begun, whenever the program was lost', async () => {
  const interrupt = `process.kill(process.pid, 'SIGINT');`;
  const during = await runs(
    `kill(); while (kept.child.isRunning()) await pause(5); await pause(50); ${interrupt}`,
    '',
    300_000,
  );
  expect(during.lines).toEqual(['web has ended by itself. Starting it again in 300 s.', 'closing']);
  expect([during.code, during.log]).toEqual([0, 'I live\n']);
  const after = await runs(`${interrupt} while (!run.isStopping) await pause(5); kill();
    while (kept.child.isRunning()) await pause(5); await pause(100);`);
  expect([after.lines, after.code, after.log]).toEqual([['closing'], 0, 'I live\n']);
});

test('the pauses grow, and what was long ago is forgiven', () => {
  const now = 10_000_000;
  const lost = (...minutesAgo: number[]) =>
    pauseAfter(
      minutesAgo.map((minutes) => now - minutes * 60_000),
      now,
    );
  expect([lost(0), lost(1, 0), lost(9, 5, 4, 1, 0)]).toEqual([1000, 2000, 16_000]);
  expect(lost(9, 8, 7, 6, 1, 0)).toBeUndefined();
  expect(lost(11, 8, 7, 6, 1, 0)).toBe(16_000);
});

test('a database server that is gone ends everything, and the line says which log to read', async () => {
  const file = join(folder, 'server.mts');
  writeFileSync(
    file,
    `import { endWithServer } from ${here('keep-up.ts')};
     import { startPostgres } from ${here('postgres.ts')};
     import { Run } from ${here('run.ts')};
     const run = new Run();
     await run.through(async () => {
       const server = await startPostgres({ folder: ${JSON.stringify(join(folder, 'pg'))}, fast: true });
       run.atEnd(() => server.stop());
       endWithServer(run, server, 'postgres.log');
       process.kill(server.pid, 'SIGKILL');
       await run.untilStopped();
     });`,
  );
  const env = { ...process.env, NODE_OPTIONS: '' };
  const [said, code] = await new Promise<[string, unknown]>((done) => {
    execFile(process.execPath, [file], { env }, (error, _, text) => done([text, error?.code]));
  });
  expect([said.trim(), code]).toEqual([
    'PostgreSQL has ended by itself; see postgres.log. Stopping.',
    1,
  ]);
}, 60_000);
