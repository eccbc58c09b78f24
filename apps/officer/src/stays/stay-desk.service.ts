import { CaseQueries } from '#application';
import { BondQueries } from '#bond-escrow';
import { afterExtension, mayConfirmFact, StayFactQueries, type StayFactView } from '#departure';
import { Database, type Tx } from '#platform';
import { Programmes } from '#programme';
import { Injectable } from '@nestjs/common';
import type { Staff, StaffCtx } from '../accounts-for-web.service.ts';
import { CheckedPeople } from '../checked/checked-people.service.ts';
import { type OpenedFor, ShownFiles } from '../shared/shown-files.service.ts';

/** What was reported of stays, as officers' pages show it. */
@Injectable()
export class StayDesk {
  constructor(
    private readonly database: Database,
    private readonly queries: StayFactQueries,
    private readonly cases: CaseQueries,
    private readonly bonds: BondQueries,
    private readonly files: ShownFiles,
    private readonly people: CheckedPeople,
    private readonly programmes: Programmes,
  ) {}

  list(ctx: StaffCtx) {
    return this.database.read(ctx, async (tx) =>
      this.people.listed(tx, await this.queries.waiting(tx, ctx.account.consulateId)),
    );
  }

  /** Report and case side by side; null when there is none. Who it is about is in the trail. */
  one(ctx: StaffCtx, id: string) {
    return this.database.write(ctx, async (tx) => {
      const fact = await this.queries.one(tx, id);
      const row = fact && (await this.cases.byId(tx, fact.caseId));
      if (!fact || !row?.personId || !row.travelDocumentId) return null;
      // What a traveller has not sent is theirs alone.
      if (fact.state === 'draft' && fact.recordedBy === null) return null;
      const consulate = await this.programmes.consulate(tx, row.consulateId);
      if (!consulate) throw new Error('a fact of a consulate that is not there');
      const steps = await this.queries.history(tx, id);
      const acting = steps.flatMap((step) => (step.actorKind === 'account' ? step.actorId! : []));
      const documentId = row.visa?.admittedDocumentId ?? row.travelDocumentId;
      return {
        ...{ fact, row, consulate, steps },
        bond: fact.bondId ? await this.bonds.one(tx, fact.bondId) : null,
        ...(await this.people.traveller(tx, row.personId, documentId)),
        files: await this.files.list(tx, homeOf(id), fact.uploadIds),
        names: await this.people.names(tx, [
          ...acting,
          ...(fact.recordedBy ? [fact.recordedBy] : []),
        ]),
      };
    });
  }

  filesOf(id: string): OpenedFor {
    const find = (tx: Tx) => this.queries.one(tx, id);
    return { home: homeOf(id), purpose: 'stay_check', find };
  }
}

const homeOf = (id: string) => `/stay-facts/${id}`;

/** Whether the page offers to decide; the service checks again under lock. */
export const mayConfirm = (
  fact: Pick<StayFactView, 'state' | 'proposedBy'>,
  staff: Pick<Staff, 'id' | 'permissions'>,
): boolean =>
  staff.permissions.has('bond.approve') && mayConfirmFact(fact, 'sent_back', staff.id).ok;

export type StayList = Awaited<ReturnType<StayDesk['list']>>;
export type StayContent = NonNullable<Awaited<ReturnType<StayDesk['one']>>>;

/** What confirming causes, as the key of its sentence. */
export function effectKeyOf({ fact, bond, row }: StayContent) {
  if (fact.proposal === 'refuse' || !fact.acceptedDay) return 'refuse' as const;
  if (fact.kind === 'application_to_stay') return fact.kind;
  if (fact.kind === 'death') return bond ? ('death' as const) : ('deathWithoutBond' as const);
  const departedOn = row.visa?.departedOn ?? null;
  const bondState = bond?.bond.state ?? null;
  return afterExtension({ bondState, departedOn, leaveBy: fact.acceptedDay });
}
