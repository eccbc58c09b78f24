export { auditRefusedAccess } from './access-trail.service.ts';
export { AuditEntry } from './audit-entry.entity.ts';
export { AuditModule } from './audit.module.ts';
export { AuditQueries } from './audit.queries.ts';
export { AuditLog } from './audit.service.ts';
export type { AuditDetails } from './domain/entry.ts';
