import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';

/** A process that outlives errors; `then` is what goes wrong in it. */
async function run(then: string): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [
    '--input-type=module',
    '--eval',
    `import { outliveErrors } from './libs/platform/src/server/unhandled.ts';
     const alive = setInterval(() => {}, 1000);
     const close = async () => { console.log('closed'); clearInterval(alive); };
     outliveErrors({ close, error: (text) => console.log(text) });
     ${then}`,
  ]);
  let said = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  child.stderr.on('data', (part: Buffer) => (said += part.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

test('a rejection that nobody handled is logged, and the process goes on', async () => {
  const { code, said } = await run(`
    void Promise.reject(new TypeError('forgotten'));
    setTimeout(() => { console.log('went on'); process.exit(0); }, 50);`);
  expect(said).toContain('a rejection that nobody handled: TypeError: forgotten');
  expect(said).toContain('went on');
  expect(code).toBe(0);
});

test('an error that nobody caught is logged, what runs is finished, and the parent may begin anew', async () => {
  const { code, said } = await run(`
    setTimeout(() => { throw new Error('out of nowhere'); }, 1);`);
  expect(said).toContain('an error that nobody caught: Error: out of nowhere');
  expect(said).toContain('closed');
  expect(code).toBe(1);
});

test('what is thrown is described without what it quotes', async () => {
  const { said } = await run(`
    void Promise.reject(new SyntaxError('Unexpected token, "Awa" is no JSON'));
    setTimeout(() => process.exit(0), 50);`);
  expect(said).toContain('SyntaxError');
  expect(said).not.toContain('Awa');
});
