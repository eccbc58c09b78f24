// Border systems and what they report.
import { createHash, randomUUID } from 'node:crypto';
import { MovementAssessor } from '#departure';
import { mustBeOk } from '#kernel';
import { clientCtx } from '#platform';
import {
  BorderClients,
  BorderProposals,
  FeedIntake,
  FeedProver,
  MovementIntake,
  type BorderClient,
} from '#travel';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { somebody } from '../signed-in.ts';
import { CaseSide, type TestCase } from './cases.ts';

/** The API's address where a test names no other. */
export const AUDIENCE = 'http://localhost:3002';

export interface Post {
  readonly client: BorderClient;
  /** The private half, as the border system has it. */
  readonly key: CryptoKey;
}

/** A key of a border system, and its public half as it is sent to the operator. */
export async function aKeyPair(): Promise<{ privateKey: CryptoKey; key: string; kid: string }> {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const jwk = await exportJWK(publicKey);
  return { privateKey, key: JSON.stringify(jwk), kid: await calculateJwkThumbprint(jwk) };
}

/** A token for exactly this body; `more` replaces claims, undefined leaves one out. */
export function borderToken(
  by: { readonly client: { readonly id: string }; readonly key: CryptoKey },
  body: Buffer | string,
  more: Record<string, unknown> = {},
  kid?: string,
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({
    ...{ iss: by.client.id, aud: AUDIENCE, iat: now, exp: now + 300, jti: randomUUID() },
    ...{ body_sha256: createHash('sha256').update(body).digest('hex'), ...more },
  })
    .setProtectedHeader({ alg: 'EdDSA', ...(kid && { kid }) })
    .sign(by.key);
}

export const minutesAgo = (minutes: number): string =>
  new Date(Date.now() - minutes * 60_000).toISOString();

export const aRecord = (more: Record<string, unknown> = {}) => ({
  ...{ recordId: randomUUID(), kind: 'admitted', port: 'BKO', happenedAt: minutesAgo(60) },
  document: { issuingState: 'USA', number: 'C10000001' },
  ...more,
});
export const aBatch = (...movements: unknown[]) => Buffer.from(JSON.stringify({ movements }));

export abstract class BorderSide extends CaseSide {
  /** The border system that reports where a test names no other; XYZ was a port once. */
  post!: Post;

  /** A border system with a key of its own. */
  async aPost(ports: readonly string[] = ['BKO']): Promise<Post> {
    const [clients, proposals] = [
      this.officer.get(BorderClients),
      this.officer.get(BorderProposals),
    ];
    const { privateKey, key } = await aKeyPair();
    const wish = { name: 'Bamako–Sénou', programmeCode: 'mali-us', ports: [...ports], key };
    const { id } = await this.asOfficer(this.staff, async (tx) =>
      mustBeOk(await proposals.proposeClient(tx, wish)),
    );
    const client = await this.asOfficer(await somebody(this.db, 'staff'), async (tx) => {
      const { clientId } = mustBeOk(await proposals.confirm(tx, id));
      return clients.find(tx, clientId);
    });
    return { client: client!, key: privateKey };
  }

  /** Another border system takes its place; what that one stated of its ports counts no more. */
  async replacePost(): Promise<void> {
    const { client } = this.post;
    const clients = this.officer.get(BorderClients);
    await this.asOfficer(this.staff, (tx) => clients.block(tx, client.id));
    this.post = await this.aPost();
  }

  /** The api's answer to one call. */
  async receive(body: Buffer, idempotencyKey: string = randomUUID(), by = this.post) {
    const { client } = by;
    const token = await borderToken(by, body);
    return this.as(this.api, clientCtx(client.id, 'r'), (tx) =>
      this.api.get(MovementIntake).receive(tx, { client, token }, idempotencyKey, body),
    );
  }

  /** A border record of the passport of a case, as the border system sends it. */
  record(
    kind: 'admitted' | 'departed' | 'refused',
    { passport: { issuingState, number } }: Pick<TestCase, 'passport'>,
    more: Record<string, unknown> = {},
  ) {
    const document = { issuingState, number };
    const happenedAt = minutesAgo(kind === 'admitted' ? 60 : 30);
    return aRecord({ kind, document, happenedAt, ...more });
  }

  /** The api stores a signed batch, every record of it; returns its id. */
  async report(...movements: readonly object[]): Promise<string> {
    const { batchId, items } = mustBeOk(await this.receive(aBatch(...movements)));
    const rejected = items.filter((i) => i.result === 'rejected');
    if (rejected.length) throw new Error(JSON.stringify(rejected));
    return batchId;
  }

  /** The border system states that a port's records are complete through a day, and it is proved. */
  async complete(through: string, more: object = {}, by = this.post): Promise<void> {
    const { client } = by;
    const body = Buffer.from(JSON.stringify({ marks: [{ port: 'BKO', through, ...more }] }));
    const token = await borderToken(by, body);
    const answer = await this.as(this.api, clientCtx(client.id, 'r'), (tx) =>
      this.api.get(FeedIntake).receive(tx, { client, token }, randomUUID(), body),
    );
    const { reportId, items } = mustBeOk(answer);
    if (items[0]!.result !== 'accepted') throw new Error(JSON.stringify(items));
    await this.worker.get(FeedProver).prove(reportId);
  }

  /** Reported and assessed. */
  async crossed(...movements: readonly object[]): Promise<void> {
    await this.worker.get(MovementAssessor).assessBatch(await this.report(...movements));
  }

  /** A departure without an admission, which no rule decides, as it lies on the officers' list. */
  async aside(of: Pick<TestCase, 'passport'>, more: Record<string, unknown> = {}) {
    const record = this.record('departed', of, more);
    await this.crossed(record);
    const { id } = await this.one<{ id: string }>(
      `select id from movement where record_id = $1 and state = 'set_aside'`,
      record.recordId,
    );
    return { id, record };
  }

  /** Border records of the case's passport, and why each is where it is. */
  recordsOf({ caseId }: Pick<TestCase, 'caseId'>) {
    return this.rows<{ kind: string; state: string; reason: string | null }>(
      `select m.kind, m.state, (select reason_code from movement_history h where h.owner_id = m.id
         order by seq desc limit 1) as reason
       from movement m join visa_case c on c.travel_document_id = m.document_id
       where c.id = $1 order by m.happened_at`,
      caseId,
    );
  }

  /** A record's own traveller as one whom it may mean, for tests that need a row. */
  async aCandidate(): Promise<void> {
    await this.rows(
      `with one as (
         insert into movement_candidate (id, movement_id, person_id, document_id, likenesses, score,
                                         found_at, state, state_since)
         select m.id, m.id, m.person_id, m.document_id, '{confused}', 60, now(), 'open', now()
         from movement m where m.person_id is not null limit 1 returning id)
       insert into movement_candidate_history (owner_id, seq, event, from_state, to_state,
                                               actor_kind, happened_at)
       select id, 1, 'declined', 'join_proposed', 'open', 'system', now() from one`,
    );
  }

  /** As many copies of a record that was set aside, each a minute older than the last. */
  async setAsideBefore(recordId: string, copies: number): Promise<void> {
    await this.rows(
      `with made as (
         insert into movement select copy.* from movement m, generate_series(1, $2::int) n,
           jsonb_populate_record(null::movement, to_jsonb(m) || jsonb_build_object(
             'id', gen_random_uuid(), 'record_id', m.record_id || n, 'state', 'set_aside',
             'happened_at', m.happened_at - n * interval '1 minute',
             'state_since', m.state_since - n * interval '1 minute')) copy
         where m.record_id = $1 returning id)
       insert into movement_history select copy.* from made, movement m
         join movement_history h on h.owner_id = m.id and h.event = 'set_aside',
         jsonb_populate_record(null::movement_history,
           to_jsonb(h) || jsonb_build_object('owner_id', made.id)) copy
       where m.record_id = $1`,
      recordId,
      copies,
    );
  }
}
