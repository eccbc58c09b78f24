// npm run bench -- NAME…   (all of them when none is named)
// Prints one JSON object a line; --json prints nothing else. Exit 2 on wrong use.
import 'reflect-metadata';
import { benches } from './benches/index.ts';
import { round, type BenchResult } from './measure.ts';

const args = process.argv.slice(2);
const json = args.includes('--json');
const names = args.filter((a) => !a.startsWith('--'));
const known = Object.keys(benches);
const wrong = [
  ...names.filter((n) => !known.includes(n)),
  ...args.filter((a) => a.startsWith('--') && a !== '--json'),
];
if (wrong.length) {
  console.error(
    `Unknown: ${wrong.join(', ')}. Usage: npm run bench -- [${known.join(' ')}] [--json]`,
  );
  process.exit(2);
}

const say = (line: string) => {
  if (!json) console.error(line);
};

let failed = false;
for (const name of names.length ? names : known) {
  say(`${name}: running…`);
  let result: BenchResult;
  try {
    const began = performance.now();
    result = await benches[name]!(say);
    say(`${name}: ${round((performance.now() - began) / 1000, 0)} s`);
  } catch (e) {
    failed = true;
    say(e instanceof Error ? (e.stack ?? e.message) : String(e));
    result = { name, ok: false, goal: '', note: (e as Error).message };
  }
  console.log(JSON.stringify(result));
}
process.exit(failed ? 1 : 0);
