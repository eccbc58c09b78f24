import { actorIdOf, Database, newId, type Ctx, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { problemsOf, type AuditEvent } from './domain/entry.ts';

/** Writes the trail. Nothing here reads it: whoever writes need not be able to. */
@Injectable()
export class AuditLog {
  constructor(private readonly database: Database) {}

  /** Adds one entry in the transaction that makes it true, in the name of who is asking. */
  async write(tx: Tx, event: AuditEvent): Promise<void> {
    const problems = problemsOf(event);
    // A bug of the caller, and worth stopping for: what is once in the trail stays there.
    if (problems.length) throw new Error(`not fit for the trail: ${problems.join(', ')}`);
    const { actor, requestId } = tx.ctx;
    // No "returning": most logins may add to the trail and not read it.
    await tx.sendAlong(
      `insert into audit_entry (id, actor_kind, actor_id, request_id, action, subject_kind,
                                subject_id, outcome, details)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        newId(),
        actor.kind,
        actorIdOf(actor),
        requestId,
        event.action,
        event.subjectKind,
        event.subjectId,
        event.outcome ?? 'done',
        JSON.stringify(event.details ?? {}),
      ],
    );
  }

  /** Adds one entry that stays although the caller's own transaction rolls back. */
  writeApart(ctx: Ctx, event: AuditEvent): Promise<void> {
    return this.database.write(ctx, (tx) => this.write(tx, event));
  }
}
