import { money, ok, refused, type Currency, type Result } from '#kernel';
import { LedgerStore } from '#ledger';
import { Jobs, newId, personOf, type Tx } from '#platform';
import { Freezes } from '#refund';
import { Injectable } from '@nestjs/common';
import {
  mayJudge,
  mayPropose,
  maySecondRuling,
  type InvolvedRefusal,
  type Involvement,
  type Parts,
  type RulingRefusal,
  type RulingKind,
  type RulingOutcome,
} from '../domain/ruling.ts';
import { isRulingDeclineReason } from '../domain/ruling.lifecycle.ts';
import { BreachFiles, type LockedFile } from '../file/breach-files.service.ts';
import { BreachTrail } from '../file/breach-trail.service.ts';
import { SealedTexts } from '../file/sealed-texts.service.ts';
import type { BreachRuling } from './breach-ruling.entity.ts';
import { BreachRulingStore } from './breach-ruling.store.ts';

export type MayRefusal = InvolvedRefusal | RulingRefusal | 'no_such_file';
export type SecondRefusal =
  InvolvedRefusal | 'no_such_ruling' | 'wrong_state' | 'same_person' | 'unknown_reason';

interface NewRuling extends Parts {
  readonly kind: RulingKind;
  readonly outcome: RulingOutcome;
  readonly currency: Currency;
  readonly byPost: boolean;
  readonly reasons: string;
}

/** Who decides what: adjudicators everything but appeals. */
export type Bench = 'adjudication' | 'appeal';
const benchOf = (kind: RulingKind): Bench => (kind === 'appeal' ? 'appeal' : 'adjudication');

/**
 * What two people say of a breach: one proposes, another approves, each in his own name and neither
 * with a part in it before; the worker carries it out.
 */
@Injectable()
export class Rulings {
  constructor(
    private readonly store: BreachRulingStore,
    private readonly files: BreachFiles,
    private readonly freezes: Freezes,
    private readonly ledger: LedgerStore,
    private readonly texts: SealedTexts,
    private readonly jobs: Jobs,
    private readonly trail: BreachTrail,
  ) {}

  /** The file, locked, where this person may propose such a ruling now. */
  async open(tx: Tx, kind: RulingKind, fileId: string): Promise<Result<LockedFile, MayRefusal>> {
    const locked = await this.files.lock(tx, fileId);
    if (!locked) return refused('no_such_file');
    const may = await this.mayPropose(tx, kind, locked);
    return may.ok ? ok(locked) : may;
  }

  /** The same for a page, without a lock. */
  async mayPropose(
    tx: Tx,
    kind: RulingKind,
    about: Pick<LockedFile, 'file' | 'bond'>,
  ): Promise<Result<true, InvolvedRefusal | RulingRefusal>> {
    const { file } = about;
    const judge = mayJudge(kind, await this.involvement(tx, about.file, personOf(tx)));
    if (!judge.ok) return judge;
    return mayPropose(kind, {
      ...(await this.files.window(tx, about)),
      isOpenRuling: await this.store.hasOpen(tx, file.id),
      frozen: await this.freezes.refusal(tx, 'rule_on_breach', { caseId: file.caseId }),
    });
  }

  /** Writes the proposal, and where money moves the ledger's decision, in the proposer's name. */
  async propose(tx: Tx, { file, bond }: LockedFile, r: NewRuling): Promise<BreachRuling> {
    const id = newId();
    const moves = r.refundMinor + r.forfeitMinor > 0n;
    const row: BreachRuling = {
      ...{ id, fileId: file.id, kind: r.kind, outcome: r.outcome, byPost: r.byPost },
      ...{ refundMinor: r.refundMinor, forfeitMinor: r.forfeitMinor, currency: r.currency },
      reasonsSealed: await this.texts.seal(tx, file, 'breach_ruling.reasons_sealed', id, r.reasons),
      ...{ decisionId: moves ? newId() : null, forfeitSeq: null },
      ...{ state: 'proposed', stateSince: tx.now, version: 1 },
      ...{ proposedBy: personOf(tx), proposedAt: tx.now, decidedBy: null, declineReason: null },
    };
    if (row.decisionId) {
      await this.ledger.requestDecision(tx, {
        ...{ id: row.decisionId, ownerId: bond.id, decidedAt: tx.now },
        refund: money(r.refundMinor, r.currency),
        forfeit: money(r.forfeitMinor, r.currency),
      });
    }
    await this.store.insert(tx, row);
    await this.trail.ruled(tx, row, 'proposed');
    return row;
  }

  /** By another person; the worker carries it out at once. */
  async approve(tx: Tx, id: string, as: Bench): Promise<Result<{ fileId: string }, SecondRefusal>> {
    const found = await this.second(tx, id, 'approved', as);
    if (!found.ok) return found;
    const row = found.value;
    if (row.decisionId) await this.ledger.approveDecision(tx, { id: row.decisionId });
    await this.store.move(tx, row, 'approved', { decidedBy: personOf(tx) });
    await this.putJob(tx, row.id);
    await this.trail.ruled(tx, row, 'approved');
    return ok({ fileId: row.fileId });
  }

  /** By another person, with a reason; somebody proposes again. */
  async decline(
    tx: Tx,
    id: string,
    as: Bench,
    reason: string,
  ): Promise<Result<{ fileId: string }, SecondRefusal>> {
    if (!isRulingDeclineReason(reason)) return refused('unknown_reason');
    const found = await this.second(tx, id, 'declined', as);
    if (!found.ok) return found;
    const row = found.value;
    const fields = { decidedBy: personOf(tx), declineReason: reason };
    await this.store.move(tx, row, 'declined', fields, { reasonCode: reason });
    await this.trail.ruled(tx, row, 'declined');
    return ok({ fileId: row.fileId });
  }

  putJob(tx: Tx, rulingId: string): Promise<void> {
    return this.jobs.enqueue(tx, 'breach.carry_out', { rulingId }, { singletonKey: rulingId });
  }

  /** What a person had to do with a file before. */
  async involvement(tx: Tx, file: LockedFile['file'], personId: string): Promise<Involvement> {
    const before = await this.store.ofFile(tx, file.id);
    const decided = before.some(
      (r) => r.kind !== 'appeal' && [r.proposedBy, r.decidedBy].includes(personId),
    );
    return {
      hasSetTheBond: await this.files.hasSetTheBond(tx, file.caseId, personId),
      hasDecided: decided || file.noticeBy === personId,
    };
  }

  private async second(
    tx: Tx,
    id: string,
    event: 'approved' | 'declined',
    as: Bench,
  ): Promise<Result<BreachRuling, SecondRefusal>> {
    const found = await this.store.find(tx, id);
    const locked = found && (await this.files.lock(tx, found.fileId));
    if (!locked || benchOf(found.kind) !== as) return refused('no_such_ruling');
    const row = await this.store.lock(tx, id);
    if (!row) return refused('wrong_state');
    const by = personOf(tx);
    const may = maySecondRuling(row, event, by, locked.bond.state);
    if (!may.ok) return may;
    const judge = mayJudge(row.kind, await this.involvement(tx, locked.file, by));
    return judge.ok ? ok(row) : judge;
  }
}
