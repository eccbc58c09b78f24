import { actorIdOf, Database, newId, type Ctx, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { problemsOf, type AuditEvent } from './domain/entry.ts';

const COLUMNS = {
  ...{ id: 'uuid', actor_kind: 'text', actor_id: 'uuid', request_id: 'text', action: 'text' },
  ...{ subject_kind: 'text', subject_id: 'uuid', outcome: 'text', details: 'jsonb' },
} as const;

/** Writes the trail. Nothing here reads it: whoever writes need not be able to. */
@Injectable()
export class AuditLog {
  constructor(private readonly database: Database) {}

  /** Adds one entry in the transaction that makes it true, in the name of who is asking. */
  write(tx: Tx, event: AuditEvent): Promise<void> {
    return this.writeAll(tx, [event]);
  }

  /** The same of many, in one statement: most logins may add to the trail and not read it. */
  async writeAll(tx: Tx, events: readonly AuditEvent[]): Promise<void> {
    const problems = events.flatMap(problemsOf);
    // A bug of the caller, and worth stopping for: what is once in the trail stays there.
    if (problems.length) throw new Error(`not fit for the trail: ${problems.join(', ')}`);
    const { actor, requestId } = tx.ctx;
    const rows = events.map(
      ({ action, subjectKind, subjectId, outcome = 'done', details = {} }) => ({
        ...{
          id: newId(),
          actor_kind: actor.kind,
          actor_id: actorIdOf(actor),
          request_id: requestId,
        },
        ...{ action, subject_kind: subjectKind, subject_id: subjectId, outcome },
        details: JSON.stringify(details),
      }),
    );
    tx.addLast('audit_entry', COLUMNS, rows);
  }

  /** Adds one entry that stays although the caller's own transaction rolls back. */
  writeApart(ctx: Ctx, event: AuditEvent): Promise<void> {
    return this.database.write(ctx, (tx) => this.write(tx, event));
  }
}
