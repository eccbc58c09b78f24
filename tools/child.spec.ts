import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { spawnChild } from './child.ts';
import { mailOptions, type World } from './processes.ts';

const folder = mkdtempSync(join(tmpdir(), 'child-spec-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const modeOf = (path: string) => statSync(path).mode & 0o777;

test('what a program keeps for itself is open to its owner alone, also where it was open before', async () => {
  const [kept, program] = [join(folder, 'mail'), join(folder, 'program.mjs')];
  mkdirSync(kept, { mode: 0o755 });
  writeFileSync(program, '');
  const logFile = join(folder, 'logs', 'mail.log');
  const child = spawnChild({
    ...{ name: 'mail', program, env: {}, port: 1, privateFolder: kept, logFile },
  });
  await child.stop();
  expect([modeOf(kept), modeOf(join(folder, 'logs')), modeOf(logFile)]).toEqual([
    0o700, 0o700, 0o600,
  ]);
});

test('caught mail is kept so', () => {
  const world = { ports: { mail: 1, smtp: 2 }, mailFolder: folder } as unknown as World;
  expect(mailOptions(world)).toMatchObject({ privateFolder: folder });
});
