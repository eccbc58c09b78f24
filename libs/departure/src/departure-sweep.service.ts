import type { Swept, SweepParts } from '#platform';
import { Injectable } from '@nestjs/common';
import { AsideSettling } from './aside/aside-settling.service.ts';
import { Silence } from './silence/silence.service.ts';
import { Contradictions } from './assessment/contradictions.service.ts';
import { MovementAssessor } from './assessment/movement-assessor.service.ts';
import { EvidenceSettling } from './evidence/evidence-settling.service.ts';
import { ImportWorker } from './imports/import-worker.service.ts';
import { StaySettling } from './stay/stay-settling.service.ts';

/**
 * Border records that were not assessed when they came, what follows where there are none, and evidence
 * and facts of stays that were not carried out.
 */
@Injectable()
export class DepartureSweep implements Swept {
  constructor(
    private readonly movements: MovementAssessor,
    private readonly silence: Silence,
    private readonly evidence: EvidenceSettling,
    private readonly imports: ImportWorker,
    private readonly facts: StaySettling,
    private readonly aside: AsideSettling,
    private readonly contradictions: Contradictions,
  ) {}

  sweepParts(): SweepParts {
    return {
      // First: a record that is here already is no silence.
      'records without a job': () => this.movements.sweep(),
      'records decided or overtaken': () => this.aside.sweep(),
      'refunds that nothing contradicts any more': () => this.contradictions.sweep(),
      'imports without a job': () => this.imports.sweep(),
      'visas never used': () => this.silence.unusedVisas(),
      'departures never recorded': () => this.silence.missingDepartures(),
      'requests for evidence without an answer': () => this.silence.unanswered(),
      'evidence accepted or overtaken': () => this.evidence.sweep(),
      'facts of stays accepted or overtaken': () => this.facts.sweep(),
    };
  }
}
