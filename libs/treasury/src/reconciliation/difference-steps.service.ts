import { AuditLog } from '#audit';
import { ok, refused, type Result } from '#kernel';
import { Jobs, personOf, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { remedyOf, type Remedy } from '../domain/difference.ts';
import type { DifferenceEvent } from '../domain/difference.lifecycle.ts';
import { Differences } from './differences.store.ts';
import type { MoneyDifference } from './money-difference.entity.ts';

type DifferenceRefusal =
  'no_such_difference' | 'wrong_state' | 'wrong_remedy' | 'same_person' | 'taken_by_another';
type Stepped = Promise<Result<MoneyDifference, DifferenceRefusal>>;

/**
 * What the treasury does about a difference: it has the processor asked again, which one person may,
 * or two confirm that it is the operator's own. The officer's login writes what they said; the worker
 * carries it out.
 */
@Injectable()
export class DifferenceSteps {
  constructor(
    private readonly differences: Differences,
    private readonly jobs: Jobs,
    private readonly audit: AuditLog,
  ) {}

  /** Looks after it from now on. */
  async take(tx: Tx, id: string): Stepped {
    const row = await this.lock(tx, id);
    if (!row) return refused('no_such_difference');
    const by = personOf(tx);
    if (row.takenBy !== null && row.takenBy !== by) return refused('taken_by_another');
    if (row.state !== 'open' && row.state !== 'proposed') return refused('wrong_state');
    await this.differences.take(tx, id, by);
    return this.noted(tx, row, 'taken');
  }

  /** One's own, or that of a colleague who is away. */
  async release(tx: Tx, id: string): Stepped {
    const row = await this.lock(tx, id);
    if (!row) return refused('no_such_difference');
    if (row.takenBy === null || (row.state !== 'open' && row.state !== 'proposed')) {
      return refused('wrong_state');
    }
    await this.differences.take(tx, id, null);
    return this.noted(tx, row, 'released');
  }

  /** The processor is asked how the object stands, and the answer goes the way of all its news. */
  async ask(tx: Tx, id: string): Stepped {
    const row = await this.ready(tx, id, 'ask');
    return row.ok ? this.move(tx, row.value, 'asked') : row;
  }

  /** It is the operator's own money, and to be booked as the page says. */
  async propose(tx: Tx, id: string): Stepped {
    const row = await this.ready(tx, id, 'book');
    return row.ok ? this.move(tx, row.value, 'proposed', { proposedBy: personOf(tx) }) : row;
  }

  async confirm(tx: Tx, id: string): Stepped {
    const row = await this.proposed(tx, id);
    if (!row.ok) return row;
    if (row.value.proposedBy === personOf(tx)) return refused('same_person');
    return this.move(tx, row.value, 'confirmed', { confirmedBy: personOf(tx) });
  }

  /** Another person does not agree, or who proposed it takes it back. */
  async decline(tx: Tx, id: string): Stepped {
    const row = await this.proposed(tx, id);
    return row.ok ? this.move(tx, row.value, 'declined', { proposedBy: null }) : row;
  }

  private async ready(tx: Tx, id: string, remedy: Remedy): Stepped {
    const row = await this.lock(tx, id);
    if (!row) return refused('no_such_difference');
    if (row.state !== 'open') return refused('wrong_state');
    return remedyOf(row) === remedy ? ok(row) : refused('wrong_remedy');
  }

  private async proposed(tx: Tx, id: string): Stepped {
    const row = await this.lock(tx, id);
    if (!row) return refused('no_such_difference');
    return row.state === 'proposed' ? ok(row) : refused('wrong_state');
  }

  /** An officer's login can lock what waits for a person and nothing else, but can see it. */
  private async lock(tx: Tx, id: string): Promise<MoneyDifference | null> {
    return (await this.differences.lock(tx, id)) ?? (await this.differences.find(tx, id));
  }

  private async move(
    tx: Tx,
    row: MoneyDifference,
    event: DifferenceEvent,
    said: Partial<Pick<MoneyDifference, 'proposedBy' | 'confirmedBy'>> = {},
  ): Stepped {
    await this.differences.move(tx, row, event, said);
    if (row.state === 'asked' || row.state === 'confirmed') {
      const data = { differenceId: row.id };
      await this.jobs.enqueue(tx, 'difference.settle', data, { singletonKey: row.id });
    }
    return this.noted(tx, row, event);
  }

  private async noted(tx: Tx, row: MoneyDifference, what: string): Stepped {
    await this.audit.write(tx, {
      action: `difference.${what}`,
      subjectKind: 'money_difference',
      subjectId: row.id,
      outcome: 'done',
      details: { object: row.objectId, subject: row.subject, kind: row.kind },
    });
    return ok(row);
  }
}
