import { CaseDocuments, CaseQueries, stageOf, type CaseView } from '#application';
import { Bonds } from '#bond-escrow';
import type { Tx } from '#platform';
import { isListedPort, Programmes } from '#programme';
import { Movements, type ForeseenMatch, type MovementImportMatch } from '#travel';
import { Injectable } from '@nestjs/common';
import { travelDay, type MovementFacts, type PortFacts } from '../domain/assess-movement.ts';
import {
  foreseeMovements,
  type CaseBefore,
  type TravellerBefore,
} from '../domain/foresee-movements.ts';

type Ports = Awaited<ReturnType<Programmes['ports']>>;

/** Says what would follow from records that people bring in, for whoever lets them count. */
@Injectable()
export class ImportForesight {
  constructor(
    private readonly programmes: Programmes,
    private readonly movements: Movements,
    private readonly queries: CaseQueries,
    private readonly documents: CaseDocuments,
    private readonly bonds: Bonds,
  ) {}

  /** Nothing is locked and nothing changed: until the records count, something else may happen. */
  async of(
    tx: Tx,
    programmeCode: string,
    matches: readonly MovementImportMatch[],
  ): Promise<ForeseenMatch[]> {
    const ports = await this.programmes.ports(tx, programmeCode);
    const portOf = (code: string, movement: MovementFacts) => portIn(ports, code, movement);
    const foreseen: ForeseenMatch[] = [];
    for (const own of byTraveller(matches).values()) {
      const before = await this.before(tx, programmeCode, own);
      foreseen.push(...foreseeMovements(own, before, portOf));
    }
    return foreseen;
  }

  private async before(
    tx: Tx,
    programmeCode: string,
    own: readonly MovementImportMatch[],
  ): Promise<TravellerBefore> {
    const { personId } = own[0]!;
    const all = await this.queries.byPerson(tx, personId);
    const cases: CaseBefore[] = [];
    for (const row of all.filter((c) => c.programmeCode === programmeCode)) {
      cases.push(await this.caseBefore(tx, row, own));
    }
    return { cases, earlier: await this.movements.usedOf(tx, personId) };
  }

  private async caseBefore(
    tx: Tx,
    row: CaseView,
    own: readonly MovementImportMatch[],
  ): Promise<CaseBefore> {
    const bond = await this.bonds.ofCase(tx, row.id);
    const ids = [...new Set(own.map((m) => m.documentId))];
    const found = await Promise.all(ids.map((id) => this.documents.basisOf(tx, row.id, id)));
    const bases = new Map(ids.map((id, i) => [id, found[i] ?? null]));
    return {
      ...{ reference: row.reference, state: row.state, stage: stageOf(row.state) },
      ...{ visa: row.visa, bondState: bond?.state ?? null },
      basisOf: (documentId) => bases.get(documentId) ?? null,
    };
  }
}

function portIn(ports: Ports, code: string, movement: MovementFacts): PortFacts | null {
  const zone = ports.find((p) => p.code === code)?.timeZone;
  if (!zone) return null;
  return { zone, listed: isListedPort(ports, code, travelDay(movement, zone)) };
}

function byTraveller(matches: readonly MovementImportMatch[]): Map<string, MovementImportMatch[]> {
  const all = new Map<string, MovementImportMatch[]>();
  for (const match of matches) {
    const own = all.get(match.personId) ?? [];
    own.push(match);
    all.set(match.personId, own);
  }
  return all;
}
