import type { Cases } from '#application';
import { ok, refused, type Result } from '#kernel';
import { personOf, type Tx } from '#platform';
import type { FrozenCode } from '#refund';
import { sendBackReasons, type SecondAnswer } from '../domain/decide-evidence.ts';

/** Something that was sent in, with what somebody proposed about it. */
interface Proposed {
  readonly id: string;
  readonly caseId: string;
  readonly proposal: 'accept' | 'refuse' | null;
  readonly refusalReason: string | null;
}

interface Parts<R extends Proposed> {
  readonly cases: Cases;
  readonly store: {
    find(tx: Tx, id: string): Promise<R | null>;
    lock(tx: Tx, id: string): Promise<R | null>;
    move(tx: Tx, row: R, answer: SecondAnswer, fields: object, reasonCode?: string): Promise<void>;
  };
  /** What stands in the row when nothing is proposed. */
  readonly unanswered: object;
  readonly may: (row: R, answer: SecondAnswer, personId: string) => Result<unknown, Refusal>;
  /** What follows is the worker's, where an accepted one moves anything. */
  readonly decisions: {
    approve(tx: Tx, row: R): Promise<Result<true, FrozenCode>>;
    putJob(tx: Tx, id: string): Promise<void>;
  };
  readonly trail: {
    note(tx: Tx, row: R, what: string, more?: Record<string, string>): Promise<void>;
    refused(tx: Tx, row: R): Promise<void>;
  };
}

type Refusal = 'wrong_state' | 'same_person';
type AnswerRefusal = Refusal | 'not_found' | 'unknown_reason' | FrozenCode;

/** The second of two people: agrees with what was proposed, or sends it back. */
export class SecondPerson<R extends Proposed> {
  constructor(private readonly parts: Parts<R>) {}

  /** Agrees, whichever was proposed. */
  async confirm(tx: Tx, id: string): Promise<Result<'accepted' | 'refused', AnswerRefusal>> {
    const row = await this.lock(tx, id);
    if (!row) return refused('not_found');
    return row.proposal === 'accept' ? this.accept(tx, row) : this.refuse(tx, row);
  }

  /** It is to be looked at again, by anybody. */
  async sendBack(tx: Tx, id: string, reason: string): Promise<Result<true, AnswerRefusal>> {
    const row = await this.lock(tx, id);
    if (!row) return refused('not_found');
    if (!(sendBackReasons as readonly string[]).includes(reason)) return refused('unknown_reason');
    const { store, may, trail, unanswered } = this.parts;
    const asked = may(row, 'sent_back', personOf(tx));
    if (!asked.ok) return asked;
    await store.move(tx, row, 'sent_back', unanswered, reason);
    await trail.note(tx, row, 'sent_back', { reason });
    return ok(true);
  }

  /** In the fixed order, the case first; what is decided can be seen and not locked. */
  async lock(tx: Tx, id: string): Promise<R | null> {
    const { store, cases } = this.parts;
    const found = await store.find(tx, id);
    if (!found) return null;
    await cases.lock(tx, found.caseId);
    // Whoever waited for the case's lock sees what was decided meanwhile.
    return (await store.lock(tx, id)) ?? (await store.find(tx, id));
  }

  private async accept(tx: Tx, row: R): Promise<Result<'accepted', AnswerRefusal>> {
    const { store, may, decisions, trail } = this.parts;
    const asked = may(row, 'accepted', personOf(tx));
    if (!asked.ok) return asked;
    const approved = await decisions.approve(tx, row);
    if (!approved.ok) return approved;
    await store.move(tx, row, 'accepted', { decidedBy: personOf(tx) });
    await trail.note(tx, row, 'accepted');
    await decisions.putJob(tx, row.id);
    return ok('accepted');
  }

  private async refuse(tx: Tx, row: R): Promise<Result<'refused', AnswerRefusal>> {
    const { store, may, trail } = this.parts;
    const asked = may(row, 'refused', personOf(tx));
    if (!asked.ok) return asked;
    const why = row.refusalReason ?? undefined;
    await store.move(tx, row, 'refused', { decidedBy: personOf(tx) }, why);
    await trail.refused(tx, row);
    return ok('refused');
  }
}
