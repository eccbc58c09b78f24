import type { Instant, PlainDate } from '#kernel';
import { inStates, momentOf, type Tx, type WaitingLists } from '#platform';
import { Injectable } from '@nestjs/common';
import {
  provableBondStates,
  type EvidenceCheck,
  type EvidenceKind,
} from '../domain/decide-evidence.ts';
import {
  evidenceLifecycle,
  evidenceOnDeskStates,
  openEvidenceStates,
  type EvidenceEvent,
  type EvidenceState,
  type EvidenceStatus,
} from '../domain/evidence.lifecycle.ts';
import { Evidence, evidenceUploads } from './evidence.entity.ts';

const SWEEP_MAX = 100;
const LIST_MAX = 100;
const ON_DESK = inStates(evidenceOnDeskStates);

/** Evidence that waits for a person of the consulate; what somebody proposed, for another. */
export const evidenceWaiting = {
  evidence: `select from evidence where ${ON_DESK} and consulate_id = any($1)
    and proposed_by is distinct from $2`,
} as const satisfies WaitingLists;

export interface EvidenceView {
  readonly id: string;
  readonly caseId: string;
  readonly bondId: string;
  readonly reference: string;
  readonly consulateId: string;
  readonly kind: EvidenceKind;
  readonly departedOn: PlainDate;
  readonly portCode: string | null;
  readonly state: EvidenceState;
  readonly status: EvidenceStatus;
  readonly stateSince: Instant;
  readonly sentAt: Instant | null;
  readonly proposal: 'accept' | 'refuse' | null;
  readonly checks: readonly EvidenceCheck[];
  readonly refusalReason: string | null;
  readonly proposedBy: string | null;
  readonly decidedBy: string | null;
  /** Files, in the order in which they came. */
  readonly uploadIds: readonly string[];
}

export interface EvidenceStep {
  readonly event: EvidenceEvent;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly reasonCode: string | null;
  readonly at: Instant;
}

/** Evidence as pages show it; row-level security decides whose. */
@Injectable()
export class EvidenceQueries {
  /** On an officer's desk, the longest waiting first; at most a hundred. Null: every consulate. */
  async waiting(tx: Tx, consulateId: string | null): Promise<EvidenceView[]> {
    const rows = await tx.manager
      .getRepository(Evidence)
      .createQueryBuilder('e')
      .where(inStates(evidenceOnDeskStates, 'e.state'))
      .andWhere('(:consulateId::uuid is null or e.consulate_id = :consulateId)', { consulateId })
      .orderBy('e.sentAt')
      .addOrderBy('e.id')
      .take(LIST_MAX)
      .getMany();
    return rows.map((row) => viewOf(row, []));
  }

  async one(tx: Tx, id: string): Promise<EvidenceView | null> {
    const row = await tx.manager.getRepository(Evidence).findOneBy({ id });
    return row && viewOf(row, await evidenceUploads.ids(tx, id));
  }

  /** Of a case, the newest first. */
  async ofCase(tx: Tx, caseId: string): Promise<EvidenceView[]> {
    const order = { stateSince: 'desc', id: 'desc' } as const;
    const rows = await tx.manager.getRepository(Evidence).find({ where: { caseId }, order });
    const views: EvidenceView[] = [];
    for (const row of rows) views.push(viewOf(row, await evidenceUploads.ids(tx, row.id)));
    return views;
  }

  /** What happened to it, the first first. */
  async history(tx: Tx, id: string): Promise<EvidenceStep[]> {
    const rows = await tx.query<Omit<EvidenceStep, 'at'> & { at: Date }>(
      `select event, actor_kind as "actorKind", actor_id as "actorId",
         reason_code as "reasonCode", happened_at as at
       from evidence_history where owner_id = $1 order by seq`,
      [id],
    );
    return rows.map(({ at, ...step }) => ({ ...step, at: momentOf(at) }));
  }

  /** Accepted and not carried out, or overtaken by what was decided without it. */
  async due(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `(select id from evidence where state = 'accepted'
        order by state_since limit ${SWEEP_MAX})
       union
       (select e.id from evidence e join bond b on b.id = e.bond_id
        where ${inStates(openEvidenceStates, 'e.state')}
          and not (${inStates(provableBondStates, 'b.state')})
        limit ${SWEEP_MAX})`,
    );
    return rows.map((row) => row.id);
  }
}

const viewOf = (row: Evidence, uploadIds: readonly string[]): EvidenceView => ({
  ...row,
  status: evidenceLifecycle.publicStatusOf(row.state),
  uploadIds,
});
