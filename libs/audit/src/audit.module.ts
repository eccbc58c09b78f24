import { Module } from '@nestjs/common';
import { AuditQueries } from './audit.queries.ts';
import { AuditLog } from './audit.service.ts';

@Module({ providers: [AuditLog, AuditQueries], exports: [AuditLog, AuditQueries] })
export class AuditModule {}
