import type { Instant } from '#kernel';
import { inStates, momentOf, type Tx, type WaitingLists } from '#platform';
import { Injectable } from '@nestjs/common';
import { countsIn, stayFactKinds } from '../domain/decide-stay.ts';
import {
  openStayFactStates,
  stayFactLifecycle,
  stayFactsOnDeskStates,
  type StayFactEvent,
  type StayFactStatus,
} from '../domain/stay-fact.lifecycle.ts';
import { StayFact, stayFactUploads } from './stay-fact.entity.ts';

const SWEEP_MAX = 100;
const LIST_MAX = 100;
const ON_DESK = inStates(stayFactsOnDeskStates);

/** SQL: the fact f, of the case c and the bond b, can change nothing any more. */
const OVERTAKEN = stayFactKinds
  .map((kind) => {
    const { cases, bonds, withoutBond } = countsIn[kind];
    const ofBond = `${withoutBond ? 'b.id is null or ' : ''}${inStates(bonds, 'b.state')}`;
    return `f.kind = '${kind}' and not (${inStates(cases, 'c.state')} and (${ofBond}))`;
  })
  .join(' or ');

/** What was reported of stays and waits for a person; what somebody proposed, for another. */
export const stayFactsWaiting = {
  stayFacts: `select from stay_fact where ${ON_DESK} and consulate_id = any($1)
    and proposed_by is distinct from $2`,
} as const satisfies WaitingLists;

export interface StayFactView extends StayFact {
  readonly status: StayFactStatus;
  /** Files, in the order in which they came. */
  readonly uploadIds: readonly string[];
}

export interface StayFactStep {
  readonly event: StayFactEvent;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly reasonCode: string | null;
  readonly at: Instant;
}

/** What was reported of stays, as pages show it; row-level security decides whose. */
@Injectable()
export class StayFactQueries {
  /** On an officer's desk, the longest waiting first; at most a hundred. Null: every consulate. */
  async waiting(tx: Tx, consulateId: string | null): Promise<StayFactView[]> {
    const rows = await tx.manager
      .getRepository(StayFact)
      .createQueryBuilder('f')
      .where(inStates(stayFactsOnDeskStates, 'f.state'))
      .andWhere('(:consulateId::uuid is null or f.consulate_id = :consulateId)', { consulateId })
      .orderBy('f.sentAt')
      .addOrderBy('f.id')
      .take(LIST_MAX)
      .getMany();
    return rows.map((row) => viewOf(row, []));
  }

  async one(tx: Tx, id: string): Promise<StayFactView | null> {
    const row = await tx.manager.getRepository(StayFact).findOneBy({ id });
    return row && viewOf(row, await stayFactUploads.ids(tx, id));
  }

  /** Of a case, the newest first. */
  async ofCase(tx: Tx, caseId: string): Promise<StayFactView[]> {
    const order = { stateSince: 'desc', id: 'desc' } as const;
    const rows = await tx.manager.getRepository(StayFact).find({ where: { caseId }, order });
    const views: StayFactView[] = [];
    for (const row of rows) views.push(viewOf(row, await stayFactUploads.ids(tx, row.id)));
    return views;
  }

  /** What happened to it, the first first. */
  async history(tx: Tx, id: string): Promise<StayFactStep[]> {
    const rows = await tx.query<Omit<StayFactStep, 'at'> & { at: Date }>(
      `select event, actor_kind as "actorKind", actor_id as "actorId",
         reason_code as "reasonCode", happened_at as at
       from stay_fact_history where owner_id = $1 order by seq`,
      [id],
    );
    return rows.map(({ at, ...step }) => ({ ...step, at: momentOf(at) }));
  }

  /** Accepted and not carried out, or about a stay or a bond that was decided without them. */
  async due(tx: Tx): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `(select id from stay_fact where state = 'accepted' order by state_since limit ${SWEEP_MAX})
       union
       (select f.id from stay_fact f join visa_case c on c.id = f.case_id
          left join bond b on b.id = f.bond_id
        where ${inStates(openStayFactStates, 'f.state')} and (${OVERTAKEN})
        limit ${SWEEP_MAX})`,
    );
    return rows.map((row) => row.id);
  }
}

const viewOf = (row: StayFact, uploadIds: readonly string[]): StayFactView => ({
  ...row,
  status: stayFactLifecycle.publicStatusOf(row.state),
  uploadIds,
});
