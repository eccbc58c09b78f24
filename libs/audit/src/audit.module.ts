import { Module } from '@nestjs/common';
import { AccessTrail } from './access-trail.service.ts';
import { AuditQueries } from './audit.queries.ts';
import { AuditLog } from './audit.service.ts';

const SERVICES = [AuditLog, AuditQueries, AccessTrail];

@Module({ providers: SERVICES, exports: SERVICES })
export class AuditModule {}
