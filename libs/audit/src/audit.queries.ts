import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { AuditEntry } from './audit-entry.entity.ts';

const LIMIT_MAX = 200;

@Injectable()
export class AuditQueries {
  /** What was done to one thing, newest first, at most 200 entries. Staff and jobs only. */
  of(tx: Tx, subjectKind: string, subjectId: string, limit: number): Promise<AuditEntry[]> {
    return tx.manager.getRepository(AuditEntry).find({
      where: { subjectKind, subjectId },
      order: { at: 'desc', id: 'desc' },
      take: Math.min(Math.max(limit, 1), LIMIT_MAX),
    });
  }
}
