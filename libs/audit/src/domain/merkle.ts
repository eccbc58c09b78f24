import { sha256 } from '#kernel';

// Trees as RFC 6962, section 2.1, shapes them. Leaves and nodes begin differently, so that no node
// can be passed off as a leaf.
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export const leafOf = (content: string): Buffer => sha256(LEAF, Buffer.from(content, 'utf8'));
const nodeOf = (left: Uint8Array, right: Uint8Array): Buffer => sha256(NODE, left, right);

/** A leaf whose way up to the root is noted while the tree is made. */
export interface Watched {
  /** Counted from 0. */
  readonly place: number;
  /** What stands beside it on each level, from the leaf up: its audit path (RFC 6962, 2.1.1). */
  readonly path: Uint8Array[];
}

interface Tree {
  readonly leaves: number;
  readonly hash: Uint8Array;
  readonly watched: readonly Watched[];
}

function joined(left: Tree, right: Tree): Tree {
  for (const { path } of left.watched) path.push(right.hash);
  for (const { path } of right.watched) path.push(left.hash);
  return {
    leaves: left.leaves + right.leaves,
    hash: nodeOf(left.hash, right.hash),
    watched: [...left.watched, ...right.watched],
  };
}

/** The root of leaves that come one by one: keeps one hash for each level, and what is watched. */
export class MerkleRoot {
  /** Whole trees, the largest first; each is of more leaves than the next. */
  private readonly trees: Tree[] = [];
  leaves = 0;

  add(leaf: Uint8Array): void {
    this.put({ leaves: 1, hash: leaf, watched: [] });
  }

  /** Its path is whole when the root is known. */
  addWatched(leaf: Uint8Array): Watched {
    const watched = { place: this.leaves, path: [] };
    this.put({ leaves: 1, hash: leaf, watched: [watched] });
    return watched;
  }

  /** Ends the tree: no leaf may come after it. */
  root(): Uint8Array {
    // Of nothing it is the hash of nothing.
    if (this.trees.length === 0) return sha256();
    const whole = this.trees.splice(0).reduceRight((right, left) => joined(left, right));
    this.trees.push(whole);
    return whole.hash;
  }

  private put(one: Tree): void {
    let tree = one;
    while (this.trees.at(-1)?.leaves === tree.leaves) tree = joined(this.trees.pop()!, tree);
    this.trees.push(tree);
    this.leaves++;
  }
}

/** The root that a leaf leads to by its path; null where no tree of so many leaves has such a path (RFC 9162, 2.1.3.2). */
export function rootBy(
  leaf: Uint8Array,
  { place, path }: Watched,
  leaves: number,
): Uint8Array | null {
  if (place >= leaves) return null;
  let [at, last, hash] = [place, leaves - 1, leaf];
  for (const beside of path) {
    if (last === 0) return null;
    if (at % 2 === 1 || at === last) {
      hash = nodeOf(beside, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else {
      hash = nodeOf(hash, beside);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hash : null;
}
