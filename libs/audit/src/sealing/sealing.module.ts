import type { SealedRows } from '#platform';
import { type DynamicModule, Module } from '@nestjs/common';
import { AuditModule } from '../audit.module.ts';
import { DaySealing, SEALED } from './day-sealing.service.ts';
import { PublishedSeals } from './published-seals.service.ts';

/** For the worker, which says whose rows are sealed. */
@Module({})
export class SealingModule {
  static forRoot(sealed: readonly SealedRows[]): DynamicModule {
    const sources = { provide: SEALED, useValue: sealed };
    const providers = [PublishedSeals, DaySealing, sources];
    return { module: SealingModule, imports: [AuditModule], providers, exports: [DaySealing] };
  }
}
