import { AuditLog } from '#audit';
import { ok, refused, type Result } from '#kernel';
import type { Tx } from '#platform';
import { EventInbox, isEventId } from '#processor';
import { Injectable } from '@nestjs/common';

/** The processor's news that waits for a person: the treasury has it tried again. */
@Injectable()
export class ParkedEvents {
  constructor(
    private readonly inbox: EventInbox,
    private readonly audit: AuditLog,
  ) {}

  /** What is pressed twice is tried once: the second press finds nothing that waits. */
  async tryAgain(tx: Tx, eventId: string): Promise<Result<true, 'not_waiting'>> {
    if (!isEventId(eventId) || !(await this.inbox.tryAgain(tx, eventId))) {
      return refused('not_waiting');
    }
    await this.audit.write(tx, {
      action: 'event.tried_again',
      subjectKind: 'processor_event',
      subjectId: null,
      outcome: 'done',
      details: { event: eventId.slice(0, 200) },
    });
    return ok(true);
  }
}
