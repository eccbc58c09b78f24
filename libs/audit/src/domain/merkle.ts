import { sha256 } from '#kernel';

// Trees as RFC 6962, section 2.1, shapes them. Leaves and nodes begin differently, so that no node
// can be passed off as a leaf.
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export const leafOf = (content: string): Buffer => sha256(LEAF, Buffer.from(content, 'utf8'));
const nodeOf = (left: Uint8Array, right: Uint8Array): Buffer => sha256(NODE, left, right);

/** The root of leaves that come one by one: keeps one hash for each level, however many there are. */
export class MerkleRoot {
  /** Whole trees, the largest first; each is of more leaves than the next. */
  private readonly trees: { readonly leaves: number; readonly hash: Uint8Array }[] = [];
  leaves = 0;

  add(leaf: Uint8Array): void {
    let tree = { leaves: 1, hash: leaf };
    while (this.trees.at(-1)?.leaves === tree.leaves) {
      const left = this.trees.pop()!;
      tree = { leaves: left.leaves * 2, hash: nodeOf(left.hash, tree.hash) };
    }
    this.trees.push(tree);
    this.leaves++;
  }

  root(): Uint8Array {
    const hashes = this.trees.map(({ hash }) => hash);
    // Of nothing it is the hash of nothing.
    if (hashes.length === 0) return sha256();
    return hashes.reduceRight((right, left) => nodeOf(left, right));
  }
}
