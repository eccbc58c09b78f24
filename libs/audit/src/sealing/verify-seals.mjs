// Checks published day seals: each is that of its values, and chained to the day before. Needs Node.js
// and nothing else; asks nobody.
//
//   node verify-seals.mjs FILE-OR-FOLDER…
//
// Files are those that are published for each day (2026-11-26.json). Exit code 0: everything holds.
// 1: something does not. 2: wrong use.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const FORMAT = 'visa-bond-day-seal/1';
const NO_SEAL = '0'.repeat(64);
const DAY_MS = 86_400_000;

const sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const bytes = (hex) => Buffer.from(hex, 'hex');
const isHash = (text) => typeof text === 'string' && /^[0-9a-f]{64}$/.test(text);
const isCount = (n) => Number.isSafeInteger(n) && n >= 0;
const isDay = (text) => typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text);

// A seal: SHA-256 of the byte 2, the seal of the day before, the day as text, the number of rows in
// eight bytes and the root.
function sealOf({ day, leaves, root, previous }) {
  const count = Buffer.alloc(8);
  count.writeBigUInt64BE(BigInt(leaves));
  return sha256(Uint8Array.of(2), bytes(previous), Buffer.from(day), count, bytes(root));
}

const isSealFile = (o) =>
  isDay(o.day) && isCount(o.leaves) && [o.root, o.previous, o.seal].every(isHash);
function read(file) {
  const found = JSON.parse(readFileSync(file, 'utf8'));
  if (found?.format !== FORMAT || !isSealFile(found)) throw new Error('not the seal of a day');
  return { ...found, file };
}

function filesOf(path) {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => join(path, name));
}

const problems = [];
const bad = (file, what) => problems.push(`${file}: ${what}`);

function readAll(paths) {
  const all = [];
  for (const file of paths.flatMap(filesOf)) {
    try {
      all.push(read(file));
    } catch (error) {
      bad(file, error.message);
    }
  }
  return all;
}

function checkChain(seals) {
  let before;
  for (const one of seals) {
    if (sealOf(one).toString('hex') !== one.seal)
      bad(one.file, 'its seal is not that of its values');
    if (before?.day === one.day) bad(one.file, `the same day as ${before.file}`);
    else if (before && Date.parse(one.day) - Date.parse(before.day) !== DAY_MS)
      bad(one.file, `a day is missing between ${before.day} and ${one.day}`);
    else if (before && before.seal !== one.previous) bad(one.file, `not chained to ${before.day}`);
    before = one;
  }
}

const paths = process.argv.slice(2);
if (paths.length === 0) {
  console.error('Use: node verify-seals.mjs FILE-OR-FOLDER…');
  process.exit(2);
}
const seals = readAll(paths).sort((a, b) => (a.day < b.day ? -1 : 1));
checkChain(seals);
const [first, last] = [seals[0], seals.at(-1)];
if (first) {
  const begins = first.previous === NO_SEAL ? 'from the first' : 'from one in the middle';
  console.log(`${seals.length} days, ${begins}: ${first.day} to ${last.day}, seal ${last.seal}`);
}
if (seals.length === 0 && problems.length === 0) bad(paths.join(' '), 'no file of a day');
for (const problem of problems) console.error(`DOES NOT HOLD: ${problem}`);
console.log(problems.length === 0 ? 'Everything holds.' : 'Something does not hold.');
process.exitCode = problems.length === 0 ? 0 : 1;
