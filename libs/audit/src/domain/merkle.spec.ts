import { expect, test } from '@jest/globals';
import { sha256 } from '#kernel';
import fc from 'fast-check';
import { leafOf, MerkleRoot, rootBy } from './merkle.ts';

function rootOf(leaves: readonly Uint8Array[]): string {
  const tree = new MerkleRoot();
  for (const leaf of leaves) tree.add(leaf);
  return Buffer.from(tree.root()).toString('hex');
}

/** As the RFC defines it: split at the largest power of two below the count. */
function byDefinition(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return leaves[0]!;
  let half = 1;
  while (half * 2 < leaves.length) half *= 2;
  const sides = [leaves.slice(0, half), leaves.slice(half)].map(byDefinition);
  return sha256(Uint8Array.of(1), ...sides);
}

const contents = fc.uniqueArray(fc.string(), { maxLength: 40 });

test('no rows have the hash of nothing', () => {
  expect(rootOf([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('leaves that come one by one make the tree that the RFC defines', () => {
  fc.assert(
    fc.property(contents, (texts) => {
      const leaves = texts.map(leafOf);
      expect(rootOf(leaves)).toBe(Buffer.from(byDefinition(leaves)).toString('hex'));
    }),
  );
});

test('a row changed, left out, put in or moved changes the root', () => {
  fc.assert(
    fc.property(contents, fc.nat(), fc.string(), (texts, n, other) => {
      fc.pre(texts.length > 1 && !texts.includes(other));
      const [at, root] = [n % texts.length, rootOf(texts.map(leafOf))];
      const moved = [...texts.slice(at), ...texts.slice(0, at)];
      const wrong = [texts.with(at, other), texts.toSpliced(at, 1), texts.toSpliced(at, 0, other)];
      if (at > 0) wrong.push(moved);
      for (const each of wrong) expect(rootOf(each.map(leafOf))).not.toBe(root);
    }),
  );
});

test('each watched leaf leads to the root by its path, and by no other leaf, place or path', () => {
  const hex = (hash: Uint8Array | null) => hash && Buffer.from(hash).toString('hex');
  fc.assert(
    fc.property(contents, fc.nat(), (texts, n) => {
      fc.pre(texts.length > 0);
      const leaves = texts.map(leafOf);
      const tree = new MerkleRoot();
      const watched = leaves.map((leaf) => tree.addWatched(leaf));
      const root = hex(tree.root());
      for (const [i, leaf] of leaves.entries()) {
        expect(hex(rootBy(leaf, watched[i]!, leaves.length))).toBe(root);
      }
      const at = n % leaves.length;
      const [one, count] = [watched[at]!, leaves.length];
      const lead = (leaf: Uint8Array, proof: typeof one) => hex(rootBy(leaf, proof, count));
      expect(lead(leafOf('another'), one)).not.toBe(root);
      expect(lead(leaves[at]!, { ...one, path: [...one.path, leaves[at]!] })).not.toBe(root);
      expect(lead(leaves[at]!, { ...one, place: count })).toBeNull();
      if (count === 1) return;
      expect(lead(leaves[at]!, { ...one, path: one.path.slice(1) })).not.toBe(root);
      expect(lead(leaves[at]!, { ...one, place: (at + 1) % count })).not.toBe(root);
    }),
  );
});
