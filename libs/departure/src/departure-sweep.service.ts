import type { Swept, SweepParts } from '#platform';
import { Injectable } from '@nestjs/common';
import { MovementAssessor } from './assessment/movement-assessor.service.ts';

/** Border records that were not assessed when they came. */
@Injectable()
export class DepartureSweep implements Swept {
  constructor(private readonly movements: MovementAssessor) {}

  sweepParts(): SweepParts {
    return { 'records without a job': () => this.movements.sweep() };
  }
}
