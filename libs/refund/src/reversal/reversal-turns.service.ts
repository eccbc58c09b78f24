import { AuditLog } from '#audit';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { isUnsettled } from '../domain/reversal.lifecycle.ts';
import { LateReturn } from './late-return.service.ts';
import { Resumption, type Owner } from './resumption.service.ts';
import { ReversalBooks, type News } from './reversal-books.service.ts';
import type { Reversal } from './reversal.entity.ts';
import { ReversalStore } from './reversal.store.ts';

/** The money of a reversal is somewhere else than before: it is booked, and what follows is done. */
@Injectable()
export class ReversalTurns {
  constructor(
    private readonly store: ReversalStore,
    private readonly books: ReversalBooks,
    private readonly resumption: Resumption,
    private readonly late: LateReturn,
    private readonly audit: AuditLog,
  ) {}

  async take(tx: Tx, row: Reversal, news: News, owner: Owner): Promise<void> {
    const had = row.money;
    const settled = !isUnsettled(row.state);
    await this.store.turn(tx, row, news.money);
    await this.books.costs(tx, row, news);
    await this.note(tx, row, news.money);
    if (news.money !== 'back') return this.books.gone(tx, row, had, news);
    // What people settled stands on money that was gone: it goes where it belongs now.
    if (settled) return this.late.take(tx, row, news.happenedAt, owner);
    await this.books.back(tx, row, had, news);
    await this.store.move(tx, row, 'undone', {}, { happenedAt: news.happenedAt });
    await this.resumption.goOn(tx, row, owner);
  }

  note(tx: Tx, row: Reversal, what: string): Promise<void> {
    return this.audit.write(tx, {
      action: `reversal.${what}`,
      subjectKind: 'reversal',
      subjectId: row.id,
      outcome: what === 'back' ? 'done' : 'failed',
      details: {
        ...{ object: row.processorObject, payment: row.processorPaymentId },
        ...{ amount_minor: `${row.amountMinor}`, currency: row.currency },
      },
    });
  }
}
