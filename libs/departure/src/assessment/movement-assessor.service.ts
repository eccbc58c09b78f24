import { Database, eachOf, systemCtx, type Tx } from '#platform';
import {
  ImportRuns,
  JOINED_BY_PEOPLE,
  Movements,
  type Movement,
  type ProofsSeen,
  type RecordPage,
} from '#travel';
import { Injectable } from '@nestjs/common';
import { assessMovement, type Assessment } from '../domain/assess-movement.ts';
import { RecordQueries } from './record.queries.ts';
import type { AssessmentSource } from './assessment-effects.service.ts';
import { RecordCorrections } from './corrections.service.ts';
import { RecordRulings } from './record-rulings.service.ts';
import { factsOf, Subjects } from './subjects.service.ts';

const CTX = systemCtx('movements.assess');

/** Puts border records before the rules: a departure in time returns the bond by itself (R15). */
@Injectable()
export class MovementAssessor {
  constructor(
    private readonly database: Database,
    private readonly movements: Movements,
    private readonly imports: ImportRuns,
    private readonly records: RecordQueries,
    private readonly subjects: Subjects,
    private readonly rulings: RecordRulings,
    private readonly corrections: RecordCorrections,
  ) {}

  /**
   * Proves, matches and assesses the records of a stored batch in the order in which they happened,
   * each in its own transaction. May be repeated: what was decided is not decided again.
   */
  async assessBatch(batchId: string): Promise<void> {
    const ids = await this.database.read(CTX, (tx) => this.movements.waitingOf(tx, batchId));
    const seen: ProofsSeen = new Map();
    await eachOf(ids, (id) => this.assess(id, seen));
    await this.database.write(CTX, (tx) => this.movements.batchEnded(tx, batchId));
  }

  /** A record that two people have joined to its traveller; by which way it came is in the trail. */
  async assessJoined(candidateId: string): Promise<void> {
    const seen: ProofsSeen = new Map();
    await this.database.write(CTX, async (tx) => {
      const movement = await this.movements.join(tx, candidateId, seen);
      if (!movement) return;
      const assessment = await this.assessMatched(tx, movement, seen, JOINED_BY_PEOPLE);
      if (assessment.kind === 'admit') await this.takeUpDepartures(tx, movement, seen);
    });
  }

  /** The same for one page of an import: its records were matched as they came. */
  async assessImport(importId: string, page: RecordPage): Promise<void> {
    const ids = await this.database.read(CTX, (tx) => this.imports.waitingOf(tx, importId, page));
    const seen: ProofsSeen = new Map();
    await eachOf(ids, (id) => this.assess(id, seen));
  }

  /**
   * Records that found no traveller when they came and would now, those of a document that has
   * become the case's since, and those whose job was lost. For the worker's sweep. Returns how many
   * it took up.
   */
  async sweep(): Promise<number> {
    const { ids, aside, joins } = await this.database.read(CTX, async (tx) => ({
      ids: [...(await this.movements.rematch(tx)), ...(await this.movements.overdue(tx))],
      aside: await this.records.ofDocumentsRecordedSince(tx),
      joins: await this.movements.joinsUnfinished(tx),
    }));
    const seen: ProofsSeen = new Map();
    await eachOf(ids, (id) => this.assess(id, seen));
    await eachOf(aside, (id) => this.takeUpDocument(id, seen));
    await eachOf(joins, (id) => this.assessJoined(id));
    return ids.length;
  }

  /** An officer may have recorded the document for the journey in the meantime (R32). */
  private takeUpDocument(movementId: string, seen: ProofsSeen): Promise<void> {
    return this.database.write(CTX, async (tx) => {
      const movement = await this.movements.lock(tx, movementId);
      if (movement.state !== 'set_aside') return;
      const subject = await this.subjects.of(tx, movement, seen);
      if (!subject.document.basis) return;
      if (!(await this.movements.takeUp(tx, movement, 'document_confirmed', seen))) return;
      const assessment = await this.assessMatched(tx, movement, seen);
      if (assessment.kind === 'admit') await this.takeUpDepartures(tx, movement, seen);
    });
  }

  /**
   * A locked record that was set aside, before the rules once more at an officer's word. False when they
   * say what they said before, nobody is known by it or its proof does not hold: then it stays as it is.
   */
  async assessAgain(tx: Tx, movement: Movement): Promise<boolean> {
    const seen: ProofsSeen = new Map();
    const whose = await this.movements.travellerOf(tx, movement, seen);
    if (!whose) return false;
    const ruled = await this.ruling(tx, { ...movement, ...whose }, seen);
    const { assessment } = ruled;
    const before = await this.movements.asideReason(tx, movement.id);
    if (assessment.kind === 'desk' && assessment.why === before) return false;
    await this.movements.takeUp(tx, movement, 'asked_again', seen);
    await this.rulings.carryOut(tx, movement, ruled.subject, assessment);
    if (assessment.kind === 'admit') await this.takeUpDepartures(tx, movement, seen);
    return true;
  }

  private assess(movementId: string, seen: ProofsSeen): Promise<void> {
    return this.database.write(CTX, async (tx) => {
      const movement = await this.movements.match(tx, movementId, seen);
      if (!this.movements.isUndecided(movement)) return;
      if (movement.corrects && !(await this.corrections.carryOut(tx, movement, seen))) return;
      if (movement.state !== 'matched') return;
      const assessment = await this.assessMatched(tx, movement, seen);
      if (assessment.kind === 'admit') await this.takeUpDepartures(tx, movement, seen);
    });
  }

  /** Departures that came before the record of their admission are no longer without one. */
  private async takeUpDepartures(tx: Tx, admission: Movement, seen: ProofsSeen): Promise<void> {
    const { personId, happenedAt } = admission;
    for (const { id } of await this.movements.departuresAside(tx, personId!, happenedAt)) {
      const movement = await this.movements.lock(tx, id);
      if (movement.state !== 'set_aside') continue;
      const reason = 'admission_arrived';
      if (!(await this.movements.takeUp(tx, movement, reason, seen))) continue;
      await this.assessMatched(tx, movement, seen);
    }
  }

  private async assessMatched(
    tx: Tx,
    movement: Movement,
    seen: ProofsSeen,
    source?: AssessmentSource,
  ): Promise<Assessment> {
    const { subject, assessment } = await this.ruling(tx, movement, seen);
    await this.rulings.carryOut(tx, movement, subject, assessment, source);
    return assessment;
  }

  /** What the rules say of a record of a known traveller; nothing is changed. */
  private async ruling(tx: Tx, movement: Movement, seen: ProofsSeen) {
    const subject = await this.subjects.of(tx, movement, seen);
    const { kind, happenedAt, authorisedUntil } = movement;
    if (kind === 'deleted') throw new Error('a deletion is no journey');
    const earlier = await this.movements.usedOf(tx, movement.personId!);
    const assessment = assessMovement({
      ...{ movement: { kind, happenedAt }, authorisedUntil, earlier },
      ...factsOf(subject),
    });
    return { subject, assessment };
  }
}
