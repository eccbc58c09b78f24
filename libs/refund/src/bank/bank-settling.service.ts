import { money } from '#kernel';
import { Database, eachOf, systemCtx, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { DisbursementOutcomes } from '../disbursement/disbursement-outcomes.service.ts';
import { decideBankFact } from '../domain/bank-fact.ts';
import { RefundStore } from '../refund/refund.store.ts';
import { RescueEnds } from '../rescue/rescue-ends.service.ts';
import type { BankReportEntry } from './bank.entity.ts';
import { idOfBankName } from './bank-names.ts';
import { BankQueries } from './bank.queries.ts';
import { BankStore } from './bank.store.ts';

const CTX = systemCtx('bank_report.apply');

/** What the bank said becomes true: state, books, bond and payer in one transaction each. */
@Injectable()
export class BankSettling {
  constructor(
    private readonly database: Database,
    private readonly store: BankStore,
    private readonly queries: BankQueries,
    private readonly refunds: RefundStore,
    private readonly outcomes: DisbursementOutcomes,
    private readonly ends: RescueEnds,
  ) {}

  /** The job. May be repeated: an entry that has its outcome is not taken up again. */
  async apply(reportId: string): Promise<void> {
    const entries = await this.database.read(CTX, (tx) => this.store.openEntries(tx, reportId));
    await eachOf(entries, (entry) => this.database.write(CTX, (tx) => this.applyOne(tx, entry)));
  }

  /** Reports whose job was lost. Returns how many. */
  async sweep(): Promise<number> {
    const ids = await this.database.read(CTX, (tx) => this.queries.unapplied(tx));
    await eachOf(ids, (id) => this.apply(id));
    return ids.length;
  }

  private async applyOne(tx: Tx, seen: BankReportEntry): Promise<void> {
    const id = idOfBankName(seen.endToEndId);
    const found = id ? await this.refunds.disbursement(tx, id) : null;
    const locked = found?.route === 'bank' ? await this.outcomes.lock(tx, found) : null;
    const entry = await this.store.lockEntry(tx, seen);
    if (!entry || entry.outcome !== null) return;
    const { says, amountMinor, currency, reasonCode, bankReference } = entry;
    const amount = amountMinor !== null && currency ? money(amountMinor, currency) : null;
    const row = locked?.row ?? null;
    const known = row && { ...row, amount: money(row.amountMinor, row.currency) };
    const decision = decideBankFact(known, { says, amount });
    const disbursementId = row?.id ?? null;
    if (decision.kind === 'refuse') {
      return this.store.note(tx, entry, { outcome: decision.why, disbursementId });
    }
    if (decision.kind === 'move' && locked) {
      const reason = says === 'accepted' || says === 'booked' ? null : (reasonCode ?? 'bank');
      const told = { ...decision, happenedAt: tx.now, reason, traceNumber: bankReference };
      await this.outcomes.byBank(tx, locked, told);
      await this.ends.follow(tx, locked.row, decision.event);
    }
    const outcome = decision.kind === 'move' ? 'applied' : 'known';
    await this.store.note(tx, entry, { outcome, disbursementId });
  }
}
