import { instantFromDate, type Instant } from '#kernel';
import type { Tx, WaitingLists } from '#platform';
import { Injectable } from '@nestjs/common';
import type { BorderCallback } from '../callbacks/border-callback.entity.ts';
import { BorderCallbackStore } from '../callbacks/border-callback.store.ts';
import type { BorderClient } from './border-client.entity.ts';
import { BorderClientStore, type KeyedClient } from './border-clients.store.ts';
import { BorderProposalStore } from './border-proposal.store.ts';
import type { BorderProposal } from './border-proposal.entity.ts';

const LIST_MAX = 200;

/** What somebody else proposed: one's own is another's to confirm. */
export const borderProposalsWaiting = {
  borderProposals: `select from border_proposal where state = 'proposed' and proposed_by <> $2`,
} as const satisfies WaitingLists;

/** When a border system was heard of last; legal clock, null: never. */
interface LastHeard {
  readonly recordsAt: Instant | null;
  /** Of the completeness of its records. */
  readonly marksAt: Instant | null;
}

export interface BorderClientLine extends LastHeard {
  readonly id: string;
  readonly name: string;
  readonly programmeCode: string;
  readonly ports: readonly string[];
  readonly state: BorderClient['state'];
  /** The keys that are accepted. */
  readonly kids: readonly string[];
}

interface BorderClientContent extends KeyedClient {
  readonly line: BorderClientLine;
  /** The latest batches of which it was told, or could not be. */
  readonly callbacks: readonly BorderCallback[];
  /** A key or an address that waits for a second person. */
  readonly proposed: BorderProposal | null;
}

interface Row {
  id: string;
  name: string;
  programme_code: string;
  ports: string[];
  state: BorderClient['state'];
  kids: string[];
  records_at: Date | null;
  marks_at: Date | null;
}

const LINES = `
  select c.id, c.name, c.programme_code, c.ports, c.state, b.at as records_at, f.at as marks_at,
    array(select k.kid from border_key k where k.client_id = c.id and k.state = 'active'
      order by k.added_at desc) as kids
  from border_client c
  left join lateral (select max(received_at) as at from movement_batch
    where client_id = c.id) b on true
  left join lateral (select max(received_at) as at from feed_report where client_id = c.id) f on true`;

/** Border systems as administrators see them. */
@Injectable()
export class BorderClientQueries {
  constructor(
    private readonly store: BorderClientStore,
    private readonly proposals: BorderProposalStore,
    private readonly callbacks: BorderCallbackStore,
  ) {}

  /** Those that are let in first, then by name; at most two hundred. */
  async list(tx: Tx): Promise<BorderClientLine[]> {
    const rows = await tx.query<Row>(`${LINES} order by c.state, c.name, c.id limit ${LIST_MAX}`);
    return rows.map(lineOf);
  }

  /** Null when there is none. */
  async one(tx: Tx, id: string): Promise<BorderClientContent | null> {
    const [known, lines, proposed, callbacks] = await Promise.all([
      this.store.withKeys(tx, id),
      tx.query<Row>(`${LINES} where c.id = $1`, [id]),
      this.proposals.proposedFor(tx, id),
      this.callbacks.ofClient(tx, id),
    ]);
    return known && { ...known, line: lineOf(lines[0]!), proposed, callbacks };
  }
}

const lineOf = (r: Row): BorderClientLine => ({
  ...{ id: r.id, name: r.name, programmeCode: r.programme_code, ports: r.ports },
  ...{ state: r.state, kids: r.kids },
  recordsAt: r.records_at && instantFromDate(r.records_at),
  marksAt: r.marks_at && instantFromDate(r.marks_at),
});
