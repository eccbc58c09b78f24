import { CaseQueries } from '#application';
import { BondQueries } from '#bond-escrow';
import { EvidenceQueries, type EvidenceView, mayConfirmProposal } from '#departure';
import { Database, type Tx } from '#platform';
import { Programmes } from '#programme';
import { Injectable } from '@nestjs/common';
import { CheckedPeople } from '../checked/checked-people.service.ts';
import type { Staff, StaffCtx } from '../accounts-for-web.service.ts';
import { type OpenedFor, ShownFiles } from '../shared/shown-files.service.ts';

/** Evidence as officers' pages show it. */
@Injectable()
export class EvidenceDesk {
  constructor(
    private readonly database: Database,
    private readonly queries: EvidenceQueries,
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

  /** Claim and case side by side; null when there is none. Who it is about is in the trail. */
  one(ctx: StaffCtx, id: string) {
    return this.database.write(ctx, async (tx) => {
      const evidence = await this.queries.one(tx, id);
      const row = evidence && (await this.cases.byId(tx, evidence.caseId));
      if (!evidence || !row?.personId || !row.travelDocumentId || evidence.state === 'draft') {
        return null;
      }
      const consulate = await this.programmes.consulate(tx, row.consulateId);
      const bond = await this.bonds.one(tx, evidence.bondId);
      if (!consulate || !bond) throw new Error('evidence without a consulate or a bond');
      const steps = await this.queries.history(tx, id);
      const people = steps.flatMap((step) => (step.actorKind === 'account' ? step.actorId! : []));
      const documentId = row.visa?.admittedDocumentId ?? row.travelDocumentId;
      return {
        ...{ evidence, row, bond, consulate, steps },
        ...(await this.people.traveller(tx, row.personId, documentId)),
        ports: await this.programmes.ports(tx, row.programmeCode),
        files: await this.files.list(tx, homeOf(id), evidence.uploadIds),
        names: await this.people.names(tx, people),
      };
    });
  }

  filesOf(id: string): OpenedFor {
    const find = (tx: Tx) => this.queries.one(tx, id);
    return { home: homeOf(id), purpose: 'evidence_check', find };
  }
}

const homeOf = (id: string) => `/evidence/${id}`;

/** Whether the page offers to decide; the service checks again under lock. */
export const mayConfirm = (
  evidence: Pick<EvidenceView, 'state' | 'proposedBy'>,
  staff: Pick<Staff, 'id' | 'permissions'>,
): boolean =>
  staff.permissions.has('bond.approve') && mayConfirmProposal(evidence, 'sent_back', staff.id).ok;

export type EvidenceList = Awaited<ReturnType<EvidenceDesk['list']>>;
export type EvidenceContent = NonNullable<Awaited<ReturnType<EvidenceDesk['one']>>>;
