import { AuditLog } from '#audit';
import { dayIn, isoDay, ok, refused, sha256, Temporal, type Refused, type Result } from '#kernel';
import { newId, personOf, type Tx } from '#platform';
import { OperatorAccount } from '#refund';
import { Injectable } from '@nestjs/common';
import {
  addedBy,
  faultOf,
  isOfAccount,
  type ReadStatement,
  type StatementFault,
  type StatementGap,
} from '../domain/bank-statement.ts';
import type { BankStatement } from './bank-statement.entity.ts';
import { BankStatements } from './bank-statements.store.ts';
import {
  readStatementFile,
  type ReadStatementFile,
  type StatementFileFault,
} from './statement-reader.ts';

export type StatementRefusal =
  | StatementFault
  | StatementGap
  | 'not_set_up'
  | 'sent_before'
  | 'sent_meanwhile'
  | 'other_account'
  | 'wrong_currency';

/**
 * Statements of the operator's own account, brought by the treasury. What is refused leaves nothing: no
 * statement of another account, none that contradicts itself or what is kept, and never a hole.
 */
@Injectable()
export class StatementIntake {
  constructor(
    private readonly operator: OperatorAccount,
    private readonly statements: BankStatements,
    private readonly audit: AuditLog,
  ) {}

  /** Not in a transaction: it may be some megabytes. */
  read(bytes: Buffer): Result<ReadStatementFile, StatementFileFault> {
    return readStatementFile(bytes);
  }

  /** All statements of the file or none; the first of them. */
  async keep(
    tx: Tx,
    bytes: Buffer,
    file: ReadStatementFile,
  ): Promise<Result<BankStatement, StatementRefusal>> {
    const own = this.operator.named();
    if (!own) return refused('not_set_up');
    const fileSha256 = sha256(bytes);
    const before = await this.statements.ofFile(tx, fileSha256);
    if (before) return refused('sent_before', { id: before.id });
    const kept: BankStatement[] = [];
    for (const [i, read] of file.statements.toSorted(byDays).entries()) {
      const fault = this.faultOf(tx, read, own);
      if (fault) return fault;
      const place = { fileSha256, nr: i + 1, kind: file.kind, account: own.account };
      const added = await this.add(tx, read, place);
      if (!added.ok) return added;
      kept.push(added.value);
    }
    return ok(kept[0]!);
  }

  private faultOf(
    tx: Tx,
    read: ReadStatement,
    own: { readonly account: string; readonly currency: string },
  ): Refused<StatementRefusal> | null {
    if (!isOfAccount(read.account, own.account)) {
      return refused('other_account', { ends: read.account.slice(-4) });
    }
    if (read.currency !== own.currency) {
      return refused('wrong_currency', { currency: read.currency, expected: own.currency });
    }
    const fault = faultOf(read, dayIn(tx.now, 'UTC'));
    if (!fault) return null;
    const sum = read.entries.reduce((all, e) => all + e.amount.minor, 0n);
    return refused(fault, {
      ...{ from: isoDay(read.from), to: isoDay(read.to), currency: read.currency },
      ...{ opening: `${read.opening.minor}`, sum: `${sum}`, closing: `${read.closing.minor}` },
    });
  }

  private async add(
    tx: Tx,
    read: ReadStatement,
    place: Pick<BankStatement, 'fileSha256' | 'nr' | 'kind' | 'account'>,
  ): Promise<Result<BankStatement, StatementRefusal>> {
    const { currency, from, to, opening, closing, entries } = read;
    const of = { account: place.account, currency, from };
    // One more than the statement has: then it cannot have them all.
    const head = await this.statements.head(tx, of, entries.length + 1);
    const added = addedBy(read, head);
    if (!added.ok) return refused(added.code, { currency, ...added.detail });
    const row: BankStatement = {
      ...{ id: newId(), ...place, currency, fromOn: from, toOn: to },
      ...{ openingMinor: opening.minor, closingMinor: closing.minor },
      ...{ entries: added.value.length, follows: head?.id ?? null },
      ...{ sentBy: personOf(tx), sentAt: tx.now, takenAt: null },
    };
    if (!(await this.statements.add(tx, row, added.value))) return refused('sent_meanwhile');
    await this.audit.write(tx, {
      ...{ action: 'bank_statement.sent', subjectKind: 'bank_statement', subjectId: row.id },
      details: { kind: row.kind, from: isoDay(from), to: isoDay(to), entries: row.entries },
    });
    return ok(row);
  }
}

/** A file may have them in any order. */
const byDays = (a: ReadStatement, b: ReadStatement): number =>
  Temporal.PlainDate.compare(a.to, b.to) || Temporal.PlainDate.compare(a.from, b.from);
