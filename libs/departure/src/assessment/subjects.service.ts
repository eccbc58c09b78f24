import { CaseDocuments, CaseQueries, Cases, stageOf, type CaseView } from '#application';
import { Bonds, type Bond } from '#bond-escrow';
import type { Tx } from '#platform';
import { isListedPort, Programmes } from '#programme';
import { Movements, type Movement, type ProofsSeen } from '#travel';
import { Injectable } from '@nestjs/common';
import {
  caseOfRecord,
  travelDay,
  type AssessmentFacts,
  type DocumentFacts,
  type PortFacts,
} from '../domain/assess-movement.ts';

/** What a record is about, locked in the order movement, case, bond. */
export interface Subject {
  readonly theCase: CaseView | null;
  readonly bond: Bond | null;
  readonly port: PortFacts | null;
  readonly document: DocumentFacts;
}

/** What the rules look at of case, bond, port and document. */
export const factsOf = ({
  theCase,
  bond,
  port,
  document,
}: Subject): Pick<AssessmentFacts, 'case' | 'port' | 'document'> => ({
  ...{ port, document },
  case: theCase && {
    ...{ stage: stageOf(theCase.state), visa: theCase.visa, bondState: bond?.state ?? null },
  },
});

/** Finds what a border record of a known traveller is about. */
@Injectable()
export class Subjects {
  constructor(
    private readonly movements: Movements,
    private readonly programmes: Programmes,
    private readonly cases: Cases,
    private readonly queries: CaseQueries,
    private readonly documents: CaseDocuments,
    private readonly bonds: Bonds,
  ) {}

  /** The record must be locked; its case and bond are locked here. */
  async of(tx: Tx, movement: Movement, seen: ProofsSeen): Promise<Subject> {
    const programmeCode = await this.movements.programmeOf(tx, movement, seen);
    const port = await this.portOf(tx, programmeCode, movement);
    const id = movement.documentId!;
    const all = await this.queries.byPerson(tx, movement.personId!);
    const ofProgramme = all.filter((c) => c.programmeCode === programmeCode);
    const found = caseOfRecord(ofProgramme, travelDay(movement, port?.zone ?? 'UTC'));
    if (!found) return { theCase: null, bond: null, port, document: { id, basis: null } };
    const [row, bond] = await Promise.all([
      this.cases.lock(tx, found.id),
      this.bonds.lockOfCase(tx, found.id),
    ]);
    const [theCase, basis] = await Promise.all([
      this.queries.view(tx, row),
      this.documents.basisOf(tx, row.id, id),
    ]);
    return { bond, theCase, port, document: { id, basis } };
  }

  private async portOf(tx: Tx, programme: string, movement: Movement): Promise<PortFacts | null> {
    const ports = await this.programmes.ports(tx, programme);
    const zone = ports.find((p) => p.code === movement.portCode)?.timeZone;
    if (!zone) return null;
    return { zone, listed: isListedPort(ports, movement.portCode, travelDay(movement, zone)) };
  }
}
