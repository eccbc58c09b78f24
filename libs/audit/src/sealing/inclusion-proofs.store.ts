import { dayFromIso, isoDay, toDate, type Instant, type PlainDate } from '#kernel';
import type { SealedRows, Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { InclusionProof } from '../domain/inclusion-proof.ts';
import type { Watched } from '../domain/merkle.ts';

const CHUNK_ROWS = 1_000;
const HASH_BYTES = 32;

interface ProofRow {
  readonly day: string;
  readonly leaves: number;
  readonly root: string;
  readonly previous: string;
  readonly seal: string;
  readonly place: number;
  readonly path: Buffer;
  readonly leaf: Buffer;
  readonly content: string | null;
}

interface ProofOfRow extends InclusionProof {
  readonly source: string;
  readonly id: string;
}

const FIELDS = `day::text, s.leaves::int, encode(s.root, 'hex') as root,
  encode(s.previous, 'hex') as previous, encode(s.seal, 'hex') as seal,
  p.place::int, p.path, p.leaf`;

const hashesOf = (path: Buffer): Uint8Array[] =>
  Array.from({ length: path.length / HASH_BYTES }, (_, level) =>
    path.subarray(level * HASH_BYTES, (level + 1) * HASH_BYTES),
  );

const asProof = ({ day, leaf, place, path, content, ...seal }: ProofRow): InclusionProof => ({
  seal: { ...seal, day: dayFromIso(day) },
  ...{ leaf, place, path: hashesOf(path), content },
});

/** Where rows of a closed day stand in its tree. */
@Injectable()
export class InclusionProofs {
  /** For the rows of a source that were written in that day. */
  async add(
    tx: Tx,
    { source, rows }: SealedRows,
    day: { readonly day: PlainDate; readonly from: Instant; readonly until: Instant },
    ways: ReadonlyMap<string, Watched>,
  ): Promise<void> {
    const all = [...ways];
    for (let at = 0; at < all.length; at += CHUNK_ROWS) {
      const some = all.slice(at, at + CHUNK_ROWS);
      await tx.query(
        `insert into inclusion_proof (source, id, day, place, path, leaf, content)
         select s.source, s.id, s.day, w.place, w.path, s.leaf, r.content
         from unnest($5::text[], $6::bigint[], $7::bytea[]) as w (id, place, path)
         join sealed_row s on s.day = $3::date and s.source = $4 and s.id = w.id
         join (${rows}) r on r.id = w.id`,
        [
          ...[toDate(day.from), toDate(day.until), isoDay(day.day), source],
          some.map(([id]) => id),
          some.map(([, { place }]) => place),
          some.map(([, { path }]) => Buffer.concat(path)),
        ],
      );
    }
  }

  /** With the row itself, for whom it concerns; null while its day is not closed. */
  async ofRow(tx: Tx, source: string, id: string): Promise<InclusionProof | null> {
    const [row] = await tx.query<ProofRow>(
      `select ${FIELDS}, p.content from inclusion_proof p join day_seal s using (day)
       where p.source = $1 and p.id = $2`,
      [source, id],
    );
    return row ? asProof(row) : null;
  }

  /** Of the payment on a receipt, by the code on it, for anybody: hashes alone. */
  async ofReceipt(tx: Tx, code: string): Promise<InclusionProof | null> {
    const [row] = await tx.query<ProofRow>(
      `select ${FIELDS}, null as content from app.proof_of_receipt($1) p join day_seal s using (day)`,
      [code],
    );
    return row ? asProof(row) : null;
  }

  /** Some of a day, after that row, for the check of the chain. */
  async ofDay(
    tx: Tx,
    day: PlainDate,
    after: { readonly source: string; readonly id: string },
  ): Promise<ProofOfRow[]> {
    const rows = await tx.query<ProofRow & Pick<ProofOfRow, 'source' | 'id'>>(
      `select p.source, p.id, ${FIELDS}, p.content
       from inclusion_proof p join day_seal s using (day)
       where day = $1 and (p.source, p.id) > ($2, $3)
       order by p.source, p.id limit ${CHUNK_ROWS}`,
      [isoDay(day), after.source, after.id],
    );
    return rows.map(({ source, id, ...row }) => ({ ...asProof(row), source, id }));
  }
}
