import { CaseQueries, Cases } from '#application';
import { isBefore } from '#kernel';
import { Database, systemCtx, type Tx } from '#platform';
import { isListedPort, Programmes } from '#programme';
import { BorderClients, Movements, type Movement } from '#travel';
import { Injectable } from '@nestjs/common';
import {
  assessDeparture,
  caseOfRecord,
  travelDay,
  type Assessment,
  type PortFacts,
} from './domain/assess-departure.ts';
import { Rulings, type Subject } from './rulings.service.ts';

const CTX = systemCtx('movements.assess');

/** Puts border records before the rules: a departure in time returns the bond by itself (R15). */
@Injectable()
export class MovementAssessor {
  constructor(
    private readonly database: Database,
    private readonly movements: Movements,
    private readonly clients: BorderClients,
    private readonly programmes: Programmes,
    private readonly cases: Cases,
    private readonly queries: CaseQueries,
    private readonly rulings: Rulings,
  ) {}

  /**
   * Matches and assesses the records of a stored batch in the order in which they happened, each in
   * its own transaction. May be repeated: what was decided is not decided again.
   */
  async assessBatch(batchId: string): Promise<void> {
    await this.assessAll(
      await this.database.read(CTX, (tx) => this.movements.waitingOf(tx, batchId)),
    );
  }

  /**
   * Records that found no traveller when they came and would now, and those whose job was lost. For
   * the worker's sweep. Returns how many it took up.
   */
  async sweep(): Promise<number> {
    const ids = await this.database.read(CTX, async (tx) => [
      ...(await this.movements.rematch(tx)),
      ...(await this.movements.overdue(tx)),
    ]);
    await this.assessAll(ids);
    return ids.length;
  }

  /** One record that cannot be assessed does not hold up the others; it fails the job in the end. */
  private async assessAll(ids: readonly string[]): Promise<void> {
    const failures: unknown[] = [];
    for (const id of ids) {
      try {
        await this.assess(id);
      } catch (e) {
        failures.push(e);
      }
    }
    if (failures.length) throw failures[0];
  }

  private assess(movementId: string): Promise<void> {
    return this.database.write(CTX, async (tx) => {
      const movement = await this.movements.match(tx, movementId);
      if (movement.state !== 'matched') return;
      const assessment = await this.assessMatched(tx, movement);
      if (assessment.kind === 'admit') await this.takeUpDepartures(tx, movement);
    });
  }

  /** Departures that came before the record of their admission are no longer without one. */
  private async takeUpDepartures(tx: Tx, admission: Movement): Promise<void> {
    const waiting = await this.movements.setAsideOf(tx, admission.personId!);
    for (const { id, kind, happenedAt } of waiting) {
      if (kind !== 'departed' || isBefore(happenedAt, admission.happenedAt)) continue;
      const movement = await this.movements.lock(tx, id);
      if (movement.state !== 'set_aside') continue;
      await this.movements.takeUp(tx, movement, 'admission_arrived');
      await this.assessMatched(tx, movement);
    }
  }

  private async assessMatched(tx: Tx, movement: Movement): Promise<Assessment> {
    const { programmeCode } = await this.clientOf(tx, movement);
    const port = await this.portOf(tx, programmeCode, movement);
    const subject = await this.subjectOf(tx, programmeCode, movement, port);
    const { theCase, bond } = subject;
    const { kind, happenedAt } = movement;
    const earlier = await this.movements.ofPerson(tx, movement.personId!);
    const assessment = assessDeparture({
      ...{ movement: { kind, happenedAt }, port },
      case: theCase && {
        ...{ state: theCase.state, visa: theCase.visa, bondState: bond?.state ?? null },
      },
      authorisedUntil: movement.authorisedUntil,
      earlier: earlier.filter((m) => m.state === 'assessed'),
    });
    await this.rulings.apply(tx, movement, subject, assessment);
    return assessment;
  }

  private async clientOf(tx: Tx, movement: Movement) {
    const client = await this.clients.find(tx, movement.clientId);
    if (!client) throw new Error('a record of no border system');
    return client;
  }

  private async portOf(tx: Tx, programme: string, movement: Movement): Promise<PortFacts | null> {
    const ports = await this.programmes.ports(tx, programme);
    const zone = ports.find((p) => p.code === movement.portCode)?.timeZone;
    if (!zone) return null;
    return { zone, listed: isListedPort(ports, movement.portCode, travelDay(movement, zone)) };
  }

  private async subjectOf(
    tx: Tx,
    programmeCode: string,
    movement: Movement,
    port: PortFacts | null,
  ): Promise<Subject> {
    const all = await this.queries.byPerson(tx, movement.personId!);
    const ofProgramme = all.filter((c) => c.programmeCode === programmeCode);
    const found = caseOfRecord(ofProgramme, travelDay(movement, port?.zone ?? 'UTC'));
    if (!found) return { theCase: null, bond: null };
    await this.cases.lock(tx, found.id);
    const bond = await this.rulings.lockBond(tx, found.id);
    return { theCase: await this.queries.byId(tx, found.id), bond };
  }
}
