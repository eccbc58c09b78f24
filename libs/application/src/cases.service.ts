import type { DocumentDetails } from '#identity';
import { refused, type PlainDate, type Result } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import {
  Applying,
  type Declaration,
  type NewCase,
  type OpenRefusal,
  type SaveRefusal,
  type SubmitRefusal,
} from './applying.service.ts';
import {
  CaseDocuments,
  type ConfirmingRefusal,
  type RenewingRefusal,
} from './case-documents.service.ts';
import { CaseMoves } from './case-moves.service.ts';
import type { DraftAnswers, PageAnswers } from './domain/answers.ts';
import type { AssignRefusal, DecideRefusal } from './domain/assignment.ts';
import type { CloseReason, RefusalReason } from './domain/reasons.ts';
import { Reviewing } from './reviewing.service.ts';
import type { CaseRow, VisaRow } from './visa-case.entity.ts';
import { CaseStore } from './visa-case.store.ts';

type Answer<T, C extends string> = Promise<Result<T, C>>;
type NoCase = 'no_such_case';

/** Days in the port's zone. */
export interface Admission {
  readonly on: PlainDate;
  /** Last authorised day, inclusive (R13). */
  readonly leaveBy: PlainDate;
  /** The document that was shown. */
  readonly documentId: string;
}

/** A higher library asked for a case that is not there, or not the actor's: a bug. */
export class NoSuchCase extends Error {
  constructor(id: string) {
    super(`no case ${id} in sight`);
    this.name = 'NoSuchCase';
  }
}

/**
 * The door to cases. Applicants' and officers' use cases answer with a Result. The steps below
 * them are for libraries that decide about bond and travel: those lock the case first and decide
 * with `caseLifecycle`; a step that the lifecycle lacks throws StateMoved.
 */
@Injectable()
export class Cases {
  constructor(
    private readonly store: CaseStore,
    private readonly moves: CaseMoves,
    private readonly applying: Applying,
    private readonly reviewing: Reviewing,
    private readonly documents: CaseDocuments,
  ) {}

  /** Opens a draft under the rules in force today. */
  open(tx: Tx, wish: NewCase): Answer<{ id: string; reference: string }, OpenRefusal> {
    return this.applying.open(tx, wish);
  }

  /** Replaces one page of a draft, right or not, unless `mayReplace` refuses what stands there. */
  saveAnswers(
    tx: Tx,
    caseId: string,
    pageId: string,
    answers: PageAnswers,
    mayReplace?: (saved: PageAnswers | undefined) => boolean,
  ): Answer<true, SaveRefusal> {
    return this.applying.saveAnswers(tx, caseId, pageId, answers, mayReplace);
  }

  /** What a draft holds, opened in the trail: needs a write transaction. */
  draft(tx: Tx, caseId: string): Promise<{ answers: DraftAnswers }> {
    return this.applying.draft(tx, caseId);
  }

  /** Records the traveller, freezes the answers and hands the case to the consulate. */
  submit(tx: Tx, caseId: string, declared: Declaration): Answer<CaseRow, SubmitRefusal> {
    return this.applying.submit(tx, caseId, declared);
  }

  /** The office's longest waiting case becomes the officer's, under review. */
  takeNext(tx: Tx, consulateId: string): Answer<CaseRow, 'queue_empty'> {
    return this.reviewing.takeNext(tx, consulateId);
  }

  /** Makes the officer the holder. His office is checked unless null is given. */
  assign(
    tx: Tx,
    caseId: string,
    office: string | null = null,
  ): Answer<CaseRow, NoCase | AssignRefusal> {
    return this.reviewing.assign(tx, caseId, office);
  }

  /** Gives a case back. */
  release(tx: Tx, caseId: string): Answer<CaseRow, NoCase | 'not_held_by_you'> {
    return this.reviewing.release(tx, caseId);
  }

  /** Takes one chosen case of the queue and starts its review. */
  startReview(
    tx: Tx,
    caseId: string,
    office: string | null = null,
  ): Answer<CaseRow, NoCase | AssignRefusal> {
    return this.reviewing.startReview(tx, caseId, office);
  }

  /** The holder says that the passport is the traveller's; the reason takes it from somebody else. */
  async confirmPassport(
    tx: Tx,
    caseId: string,
    reassignReason?: string,
  ): Answer<true, NoCase | ConfirmingRefusal> {
    const row = await this.store.lock(tx, caseId);
    return row ? this.documents.confirmPassport(tx, row, reassignReason) : refused('no_such_case');
  }

  /** The traveller's next passport, with why there is one. The office is checked unless null. */
  async recordRenewal(
    tx: Tx,
    caseId: string,
    office: string | null,
    wish: { document: DocumentDetails; reasonCode: string },
  ): Answer<true, NoCase | RenewingRefusal> {
    const row = await this.store.lock(tx, caseId);
    return row ? this.documents.recordRenewal(tx, row, office, wish) : refused('no_such_case');
  }

  /** Refuses before a bond was asked. The reason is one of `refusalReasons`. */
  refuse(
    tx: Tx,
    caseId: string,
    reasonCode: string,
  ): Answer<CaseRow, NoCase | 'unknown_reason' | DecideRefusal> {
    return this.reviewing.refuse(tx, caseId, reasonCode);
  }

  /** Issues the visa, by the officer who holds the case (R13). */
  issueVisa(tx: Tx, caseId: string): Answer<VisaRow, NoCase | DecideRefusal> {
    return this.reviewing.issueVisa(tx, caseId);
  }

  /** The case, locked until the commit: first of the locks, before bond and account. */
  async lock(tx: Tx, caseId: string): Promise<CaseRow> {
    const row = await this.store.lock(tx, caseId);
    if (!row) throw new NoSuchCase(caseId);
    return row;
  }

  /** A bond was directed (R4). Whoever directs checks `mayDecide` first. */
  bondRequired(tx: Tx, row: CaseRow): Promise<CaseRow> {
    return this.moves.move(tx, row, 'bond_required');
  }

  /** The bond is held. */
  bondPosted(tx: Tx, row: CaseRow): Promise<CaseRow> {
    return this.moves.move(tx, row, 'bond_posted');
  }

  /** Nobody posted in time (R9). */
  bondLapsed(tx: Tx, row: CaseRow): Promise<CaseRow> {
    return this.moves.move(tx, row, 'bond_lapsed');
  }

  /** The bond may be posted after all (R9). */
  reopened(tx: Tx, row: CaseRow): Promise<CaseRow> {
    return this.moves.move(tx, row, 'reopened');
  }

  /** The posted money was taken back before a visa was issued. */
  paymentReversed(tx: Tx, row: CaseRow): Promise<CaseRow> {
    return this.moves.move(tx, row, 'payment_reversed');
  }

  /** No visa although the bond was posted (R5); whoever calls gives the bond back (R15d). */
  refusedAfterPosting(tx: Tx, row: CaseRow, reasonCode: RefusalReason): Promise<CaseRow> {
    return this.moves.move(tx, row, 'refused_after_posting', { reasonCode, mail: 'case_refused' });
  }

  /** The applicant takes the application back; whoever calls gives a posted bond back (R15d). */
  async withdrawn(tx: Tx, row: CaseRow): Promise<CaseRow> {
    if (row.state === 'draft') await this.store.saveDraft(tx, row.id, null);
    return this.moves.move(tx, row, 'withdrawn');
  }

  /** The traveller was let in: the stay has its end. */
  async admitted(tx: Tx, row: CaseRow, { on, leaveBy, documentId }: Admission): Promise<CaseRow> {
    const stay = { admittedOn: on, admittedDocumentId: documentId, leaveBy };
    await this.store.updateVisa(tx, row.id, stay);
    const facts = { leaveBy, withPorts: true } as const;
    return this.moves.move(tx, row, 'admitted', { mail: 'entry_recorded', facts });
  }

  /** The traveller left. Whether the case closes is for whoever assesses the departure. */
  async departed(tx: Tx, row: CaseRow, on: PlainDate): Promise<void> {
    await this.store.updateVisa(tx, row.id, { departedOn: on });
    await this.moves.note(tx, row, 'departed', { on: `${on}` });
  }

  /** The visa is of no more use and the stay is decided. Money may still move afterwards. */
  close(tx: Tx, row: CaseRow, reasonCode: CloseReason): Promise<CaseRow> {
    return this.moves.move(tx, row, 'closed', { reasonCode });
  }
}
