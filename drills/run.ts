// npm run drill -- NAME… [--seed N] [--json]   (all of them when none is named)
// Prints one JSON object a line; --json prints nothing else. Exit 0 when everything held, 1 when not,
// 2 on wrong use.
import 'reflect-metadata';
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { DrillResult } from './drill.ts';
import { drills } from './index.ts';
import { withServer } from './server.ts';

const known = Object.keys(drills);

function wrongUse(problem: string): never {
  console.error(`${problem}\nUse: npm run drill -- [${known.join(' ')}] [--seed N] [--json]`);
  process.exit(2);
}

function readArguments() {
  const options = { json: { type: 'boolean', default: false }, seed: { type: 'string' } } as const;
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const unknown = positionals.filter((name) => !known.includes(name));
    if (unknown.length) return wrongUse(`Unknown: ${unknown.join(', ')}.`);
    const seed = values.seed === undefined ? randomInt(2 ** 31) : Number(values.seed);
    if (!Number.isSafeInteger(seed) || seed < 0) return wrongUse('A seed is a whole number.');
    return { json: values.json, names: positionals.length ? positionals : known, seed };
  } catch (error) {
    return wrongUse((error as Error).message);
  }
}

const { json, names, seed } = readArguments();
const say = (line: string) => {
  if (!json) console.error(line);
};

async function run(name: string): Promise<DrillResult> {
  const drill = drills[name]!;
  const began = performance.now();
  const since = () => Math.round((performance.now() - began) / 1000);
  say(`${name}: seed ${seed}`);
  try {
    const work = () => drill.run({ seed, say, size: 'all' });
    const { points, failures, figures } = await (drill.hasItsServer ? work() : withServer(work));
    const failed = failures.length;
    const result = { name, ok: failed === 0, seed, points, failed, seconds: since(), failures };
    return { ...result, ...figures };
  } catch (e) {
    const failures = [e instanceof Error ? (e.stack ?? e.message) : String(e)];
    say(`  ${failures[0]}`);
    return { name, ok: false, seed, points: 0, failed: 1, seconds: since(), failures };
  }
}

let isWrong = false;
for (const name of names) {
  const result = await run(name);
  isWrong ||= !result.ok;
  console.log(JSON.stringify(result));
}
process.exit(isWrong ? 1 : 0);
