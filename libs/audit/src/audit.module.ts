import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditEntry } from './audit-entry.entity.ts';
import { AccessTrail } from './access-trail.service.ts';
import { AuditQueries } from './audit.queries.ts';
import { DaySeals } from './sealing/day-seals.store.ts';
import { InclusionProofs } from './sealing/inclusion-proofs.store.ts';
import { AuditLog } from './audit.service.ts';

const SERVICES = [AuditLog, AuditQueries, AccessTrail, DaySeals, InclusionProofs];

@Module({
  imports: [TypeOrmModule.forFeature([AuditEntry])],
  providers: SERVICES,
  exports: SERVICES,
})
export class AuditModule {}
