import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { inOneLine } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'run-spec-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A process whose steps are these; what it printed, and how it ended. */
function runs(steps: string): Promise<{ lines: string[]; code: number }> {
  const file = join(folder, `${Math.random()}.mts`);
  const source = `
    import { Run } from ${JSON.stringify(join(import.meta.dirname, 'run.ts'))};
    import { setTimeout as pause } from 'node:timers/promises';
    const run = new Run();
    const say = (text) => console.error(text);
    const interrupt = () => process.kill(process.pid, 'SIGINT');
    await run.through(async () => { ${steps} });`;
  writeFileSync(file, source);
  return new Promise((done) => {
    const env = { ...process.env, NODE_OPTIONS: '' };
    execFile(process.execPath, [file], { env }, (error, _, said) => {
      done({ lines: said.trim().split('\n'), code: Number(error?.code ?? 0) });
    });
  });
}

test('once stopping has begun nothing is begun, and what was opened is closed, latest first', async () => {
  const { lines, code } = await runs(`
    run.atEnd(async () => say('closed 1'));
    await run.step('one', async () => { run.atEnd(async () => say('closed 2')); });
    await run.step('two', async () => { interrupt(); await pause(50); say('two is over'); });
    await run.step('three', async () => say('begun'));`);
  expect(lines).toEqual(['one', 'two', 'two is over', 'closed 2', 'closed 1']);
  expect(code).toBe(0);
});

test('a step that breaks because everything ends says nothing', async () => {
  const { lines, code } = await runs(`
    await run.step('one', async () => { interrupt(); await pause(50); throw new Error('gone'); });`);
  expect([lines, code]).toEqual([['one'], 0]);
});

test('a failure is one line and closes everything; a later one beside it is not said', async () => {
  const { lines, code } = await runs(`
    run.atEnd(async () => say('closed'));
    await run.step('', async () => { run.fail('worker has ended'); run.fail('api has ended'); });`);
  expect([lines, code]).toEqual([['worker has ended', 'closed'], 1]);
  const failed = await runs(`throw new Error('no port\\n    at line 1\\n    at line 2');`);
  expect([failed.lines, failed.code]).toEqual([['no port'], 1]);
  expect(inOneLine(new AggregateError([], ''))).toBe('AggregateError');
});
