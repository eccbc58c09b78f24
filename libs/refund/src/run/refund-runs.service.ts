import { AuditLog } from '#audit';
import { ok, refused, type Result } from '#kernel';
import { Jobs, personOf, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { isPauseReason } from '../domain/refund-run.ts';
import { RefundRunStore } from './refund-run.store.ts';

type PauseRefusal = 'unknown_reason' | 'already_paused' | 'not_paused';

/** The treasury pauses all refunds, and lets them go on: each of them was decided before. */
@Injectable()
export class RefundRuns {
  constructor(
    private readonly store: RefundRunStore,
    private readonly jobs: Jobs,
    private readonly audit: AuditLog,
  ) {}

  async pause(tx: Tx, reason: string): Promise<Result<true, PauseRefusal>> {
    if (!isPauseReason(reason)) return refused('unknown_reason');
    if (!(await this.store.pause(tx, personOf(tx), reason))) return refused('already_paused');
    await this.note(tx, 'paused', { reason });
    return ok(true);
  }

  async resume(tx: Tx): Promise<Result<true, PauseRefusal>> {
    if (!(await this.store.resume(tx))) return refused('not_paused');
    await this.note(tx, 'resumed', {});
    await this.jobs.enqueue(tx, 'refunds.resume', {}, { singletonKey: 'refunds.resume' });
    return ok(true);
  }

  private note(tx: Tx, what: string, details: Record<string, string>): Promise<void> {
    const of = { subjectKind: 'account', subjectId: personOf(tx) };
    return this.audit.write(tx, { action: `refund_run.${what}`, ...of, details });
  }
}
