import type { Tx } from '#platform';
import type { Movement } from '#travel';
import { Injectable } from '@nestjs/common';
import type { Assessment } from '../domain/assess-movement.ts';
import { AssessmentEffects, type AssessmentSource } from './assessment-effects.service.ts';
import { JourneyNotes } from './journey-notes.service.ts';
import type { Subject } from './subjects.service.ts';

/** Carries out what the rules said of a record, and notes what its traveller is told. */
@Injectable()
export class RecordRulings {
  constructor(
    private readonly effects: AssessmentEffects,
    private readonly notes: JourneyNotes,
  ) {}

  async carryOut(
    tx: Tx,
    movement: Movement,
    subject: Subject,
    assessment: Assessment,
    source?: AssessmentSource,
  ): Promise<void> {
    // First: it is told by the case as it stood, which the effects change.
    await this.notes.assessed(tx, movement, subject, assessment);
    await this.effects.apply(tx, movement, subject, assessment, source);
  }
}
