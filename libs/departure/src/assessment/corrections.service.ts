import { Cases } from '#application';
import type { Tx } from '#platform';
import { Programmes, unusedDueOn } from '#programme';
import { RefundBrake } from '#refund';
import { Movements, type Movement, type ProofsSeen } from '#travel';
import { Injectable } from '@nestjs/common';
import { assessMovement, type Assessment } from '../domain/assess-movement.ts';
import {
  decideCorrection,
  effectOf,
  withoutEffect,
  type EffectiveOutcome,
} from '../domain/decide-correction.ts';
import { JourneyNotes } from './journey-notes.service.ts';
import { factsOf, Subjects, type Subject } from './subjects.service.ts';

/** An older record with what it did and whom it was about. */
interface Older {
  readonly record: Movement;
  readonly effect: EffectiveOutcome | null;
  /** Null when nobody is known, or it changed nothing. */
  readonly subject: Subject | null;
}

/** Puts a border system's correction or deletion of a record in the place of that record (R16). */
@Injectable()
export class RecordCorrections {
  constructor(
    private readonly movements: Movements,
    private readonly subjects: Subjects,
    private readonly cases: Cases,
    private readonly programmes: Programmes,
    private readonly brake: RefundBrake,
    private readonly notes: JourneyNotes,
  ) {}

  /**
   * The newer record must be locked and proved. True when it is now a record like any other, to be
   * assessed; false when all that it means has been drawn.
   */
  async carryOut(tx: Tx, newer: Movement, seen: ProofsSeen): Promise<boolean> {
    const record = await this.movements.lockCorrected(tx, newer);
    // Done before: it waited for its traveller since.
    if (record.state === 'superseded') return true;
    const effect = effectOf(await this.movements.outcomeOf(tx, record));
    const subject = effect && (await this.subjects.of(tx, record, seen));
    const older: Older = { record, effect, subject };
    await this.movements.supersede(tx, record, newer);
    const anew = await this.anew(tx, newer, older, seen);
    const correction = decideCorrection({
      ...{ effect, anew, documentId: newer.documentId },
      case: subject && factsOf(subject).case,
    });
    const on = anew && 'on' in anew ? anew.on : null;
    await this.notes.corrected(tx, { older: record, newer, on }, correction);
    if (correction === 'for_a_person') return this.toDesk(tx, newer, older);
    if (correction === 'changes_nothing') return this.standIn(tx, newer, older, anew!);
    if (correction === 'takes_back') await this.takeBack(tx, subject!);
    if (newer.kind !== 'deleted') return true;
    await this.movements.carriedOut(tx, newer);
    return false;
  }

  /** What the rules would say of the newer record had the older never come. */
  private async anew(
    tx: Tx,
    newer: Movement,
    { record, effect, subject }: Older,
    seen: ProofsSeen,
  ): Promise<Assessment | null> {
    if (!effect || !subject?.theCase || newer.kind === 'deleted') return null;
    if (newer.state !== 'matched' || newer.personId !== record.personId) return null;
    const its = await this.subjects.of(tx, newer, seen);
    if (its.theCase?.id !== subject.theCase.id) return null;
    const facts = factsOf(its);
    const earlier = await this.movements.usedOf(tx, newer.personId!);
    return assessMovement({
      ...{ movement: { kind: newer.kind, happenedAt: newer.happenedAt }, earlier },
      ...{ ...facts, case: facts.case && withoutEffect(facts.case, effect) },
      authorisedUntil: newer.authorisedUntil,
    });
  }

  /** What was decided is not undone by a rule: what has not left waits, and a person looks. */
  private async toDesk(tx: Tx, newer: Movement, { subject }: Older): Promise<false> {
    if (subject?.bond) await this.brake.contradicted(tx, subject.bond.id);
    await this.movements.setAside(tx, newer, 'corrected_after_decision');
    return false;
  }

  /** From now on the newer record is the one that did it; only the day may be another. */
  private async standIn(
    tx: Tx,
    newer: Movement,
    { effect, subject }: Older,
    anew: Assessment,
  ): Promise<false> {
    const theCase = subject!.theCase!;
    const on = 'on' in anew ? anew.on : null;
    const isDeparture = effect === 'R15a' || effect === 'referred_late';
    if (isDeparture && on && !theCase.visa?.departedOn?.equals(on)) {
      await this.cases.departed(tx, theCase, on);
    }
    await this.movements.markAssessed(tx, newer, effect!, { correction: 'changes_nothing' });
    return false;
  }

  private async takeBack(tx: Tx, { theCase }: Subject): Promise<void> {
    const { programmeCode, programmeVersion, visa } = theCase!;
    const { rules } = await this.programmes.version(tx, programmeCode, programmeVersion);
    await this.cases.admissionTakenBack(tx, theCase!, unusedDueOn(visa!.validUntil, rules));
  }
}
