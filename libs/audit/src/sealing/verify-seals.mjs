// Checks published day seals: each is that of its values, and chained to the day before. Checks proofs
// of receipts: each leads from its record to the seal of its day. Needs Node.js and nothing else; asks
// nobody.
//
//   node verify-seals.mjs FILE-OR-FOLDER…
//
// Files are those that are published for each day (2026-11-26.json), and proofs. A proof is held against
// the file of its day where that is given; without it, compare its seal with the published one. Exit
// code 0: everything holds. 1: something does not. 2: wrong use.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const FORMAT = 'visa-bond-day-seal/1';
const PROOF_FORMAT = 'visa-bond-inclusion-proof/1';
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

// Leaves begin with the byte 0, nodes with 1 (RFC 6962, section 2.1).
const leafOf = (content) => sha256(Uint8Array.of(0), Buffer.from(content, 'utf8'));
const nodeOf = (left, right) => sha256(Uint8Array.of(1), left, right);

/** Where a leaf leads by its path (RFC 9162, section 2.1.3.2); null: no tree has such a path. */
function rootBy({ place, leaves, leaf, path }) {
  let [at, last, hash] = [place, leaves - 1, bytes(leaf)];
  if (at > last) return null;
  for (const beside of path.map(bytes)) {
    if (last === 0) return null;
    if (at % 2 === 1 || at === last) {
      hash = nodeOf(beside, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else hash = nodeOf(hash, beside);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hash.toString('hex') : null;
}

const isSealFile = (o) =>
  isDay(o.day) && isCount(o.leaves) && [o.root, o.previous, o.seal].every(isHash);
const isProofFile = (o) =>
  isSealFile(o) &&
  isCount(o.place) &&
  Array.isArray(o.path) &&
  o.path.length <= 64 &&
  [o.leaf, ...o.path].every(isHash) &&
  ['string', 'undefined'].includes(typeof o.content);
function read(file) {
  const found = JSON.parse(readFileSync(file, 'utf8'));
  const isProof = found?.format === PROOF_FORMAT;
  if (!isProof && found?.format !== FORMAT) throw new Error('not the seal of a day, and no proof');
  if (!(isProof ? isProofFile(found) : isSealFile(found))) throw new Error('not whole');
  return { ...found, file, isProof };
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

function checkProof(one, seals) {
  const { file, day, content, leaf, root, seal } = one;
  if (content !== undefined && leafOf(content).toString('hex') !== leaf)
    bad(file, 'its leaf is not that of its record');
  if (rootBy(one) !== root) bad(file, 'its leaf does not lead to its root');
  if (sealOf(one).toString('hex') !== seal) bad(file, 'its seal is not that of its values');
  const published = seals.find((other) => other.day === day);
  if (published && published.seal !== seal) bad(file, `another seal than ${published.file}`);
  const where = published ? `as in ${published.file}` : 'compare it with the published one';
  console.log(
    `${file}: record ${one.place + 1} of ${one.leaves} of ${day}, seal ${seal}: ${where}`,
  );
  if (content !== undefined) console.log(`  ${content}`);
}

const paths = process.argv.slice(2);
if (paths.length === 0) {
  console.error('Use: node verify-seals.mjs FILE-OR-FOLDER…');
  process.exit(2);
}
const all = readAll(paths).sort((a, b) => (a.day < b.day ? -1 : 1));
const seals = all.filter(({ isProof }) => !isProof);
const proofs = all.filter(({ isProof }) => isProof);
checkChain(seals);
for (const proof of proofs) checkProof(proof, seals);
const [first, last] = [seals[0], seals.at(-1)];
if (first) {
  const begins = first.previous === NO_SEAL ? 'from the first' : 'from one in the middle';
  console.log(`${seals.length} days, ${begins}: ${first.day} to ${last.day}, seal ${last.seal}`);
}
if (all.length === 0 && problems.length === 0) bad(paths.join(' '), 'no file of a day');
for (const problem of problems) console.error(`DOES NOT HOLD: ${problem}`);
console.log(problems.length === 0 ? 'Everything holds.' : 'Something does not hold.');
process.exitCode = problems.length === 0 ? 0 : 1;
