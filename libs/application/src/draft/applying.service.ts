import {
  comparableState,
  mrzFlags,
  Persons,
  type DocumentDetails,
  type PersonDetails,
} from '#identity';
import { dayIn, ok, refused, type PlainDate, type Result } from '#kernel';
import type { Language } from '#notification';
import { dayOf, newId, newReference, type Tx } from '#platform';
import { mayOpenCase, passportNeededUntil, Programmes } from '#programme';
import { Injectable } from '@nestjs/common';
import { CaseAnswers } from './case-answers.service.ts';
import { CaseMoves } from '../case/case-moves.service.ts';
import {
  mayFreeze,
  withPage,
  type AnswersRefusal,
  type PageAnswers,
  type QuestionAnswer,
} from '../domain/answers.ts';
import { caseLifecycle } from '../domain/case.lifecycle.ts';
import { isInScope, type ScopeRefusal } from '../domain/scope.ts';
import type { CaseRow } from '../case/visa-case.entity.ts';
import { CaseStore } from '../case/visa-case.store.ts';

/** Started and not submitted, per account: enough for a family, too few to fill a table with. */
export const DRAFTS_MAX = 10;
const REFERENCE_TRIES = 3;

export interface NewCase {
  readonly accountId: string;
  readonly contactPointId: string;
  readonly programmeCode: string;
  readonly consulateId: string;
  readonly language: Language;
}

export interface Declaration {
  readonly frozen: readonly QuestionAnswer[];
  readonly details: PersonDetails;
  /** Dates in ISO form, checked by the form. */
  readonly document: DocumentDetails;
  /** The journey as it is planned; its first day in ISO form, checked by the form. */
  readonly plan: {
    readonly arrivesOn: string;
    readonly stayDays: number;
    /** A code of the programme. */
    readonly purpose: string;
  };
  /** The machine-readable lines of the passport as they were typed; empty when they were left out. */
  readonly mrz: string;
  /** Which edition of the form was filled in. */
  readonly formVersion: string;
}

export type OpenRefusal = 'programme_not_open' | 'unknown_consulate' | 'too_many_drafts';
export type SaveRefusal = 'no_such_case' | 'not_a_draft' | 'changed_meanwhile' | AnswersRefusal;
export type SubmitRefusal =
  | 'no_such_case'
  | 'wrong_state'
  | 'programme_not_open'
  | 'case_already_open'
  | AnswersRefusal
  | ScopeRefusal;

/** What the applicant does: open a case, fill it in, submit it. */
@Injectable()
export class Applying {
  constructor(
    private readonly store: CaseStore,
    private readonly moves: CaseMoves,
    private readonly answers: CaseAnswers,
    private readonly programmes: Programmes,
    private readonly persons: Persons,
  ) {}

  /**
   * Opens a draft under the rules in force today in the consulate's zone. One that was opened in the
   * same way and has no answer yet is given again: pressing twice makes one draft.
   */
  async open(
    tx: Tx,
    wish: NewCase,
  ): Promise<Result<{ id: string; reference: string }, OpenRefusal>> {
    const consulate = await this.programmes.consulate(tx, wish.consulateId);
    if (consulate?.programmeCode !== wish.programmeCode) return refused('unknown_consulate');
    const today = dayIn(tx.now, consulate.timeZone);
    const programme = await this.programmes.inForce(tx, wish.programmeCode, today);
    if (!programme) return refused('programme_not_open', { state: 'not_in_force' });
    const isOpen = mayOpenCase(programme);
    if (!isOpen.ok) return isOpen;
    await this.store.oneAtATime(tx, wish.accountId);
    const untouched = await this.store.untouchedDraft(tx, wish, programme.version);
    if (untouched) return ok(untouched);
    const drafts = await this.store.countDrafts(tx, wish.accountId);
    if (drafts >= DRAFTS_MAX) return refused('too_many_drafts', { max: `${DRAFTS_MAX}` });
    const row = await this.insert(tx, wish, programme.version);
    await this.moves.note(tx, row, 'opened', { programme: row.programmeCode });
    return ok({ id: row.id, reference: row.reference });
  }

  /** Replaces one page of the draft, as it was typed, where it may. Nothing else changes. */
  async saveAnswers(
    tx: Tx,
    caseId: string,
    pageId: string,
    given: PageAnswers,
    mayReplace: (saved: PageAnswers | undefined) => boolean = () => true,
  ): Promise<Result<true, SaveRefusal>> {
    const row = await this.store.lock(tx, caseId);
    if (!row) return refused('no_such_case');
    if (row.state !== 'draft') return refused('not_a_draft');
    const draft = await this.answers.draft(tx, caseId);
    if (!mayReplace(draft[pageId])) return refused('changed_meanwhile');
    const next = withPage(draft, pageId, given);
    if (!next.ok) return next;
    await this.answers.saveDraft(tx, caseId, next.value);
    return ok(true);
  }

  /**
   * Records the traveller and passport, freezes the questions as asked with the answers, and hands
   * the case to the consulate. The rules stay those that it was opened under.
   */
  async submit(
    tx: Tx,
    caseId: string,
    declared: Declaration,
  ): Promise<Result<CaseRow, SubmitRefusal>> {
    const row = await this.store.lock(tx, caseId);
    if (!row) return refused('no_such_case');
    const may = await this.maySubmit(tx, row, declared);
    if (!may.ok) return may;
    await this.store.oneAtATime(tx, row.applicantAccountId);
    const { details, document, formVersion, frozen, plan, mrz } = declared;
    const accountId = row.applicantAccountId;
    const recorded = await this.persons.record(tx, { accountId, details, document });
    const { personId } = recorded;
    if (await this.store.hasLiveCase(tx, personId, row.programmeCode)) {
      return refused('case_already_open');
    }
    const answersSealed = await this.answers.freeze(tx, caseId, personId, frozen);
    await this.store.freeze(tx, row, recorded, {
      ...{ formVersion, answersSealed },
      ...{ arrivesOn: dayOf(plan.arrivesOn), stayDays: plan.stayDays, purpose: plan.purpose },
      mrzFlags: mrzFlags({ ...document, ...details }, mrz, may.value),
    });
    const submitted = await this.moves.move(tx, row, 'submitted', { mail: 'case_received' });
    const travelDocumentId = recorded.documentId;
    return ok({ ...submitted, personId, travelDocumentId, submittedAt: tx.now });
  }

  /** The legal day in the consulate's zone, when it may. */
  private async maySubmit(
    tx: Tx,
    row: CaseRow,
    { details, document, frozen, plan }: Declaration,
  ): Promise<Result<PlainDate, SubmitRefusal>> {
    const next = caseLifecycle.next(row.state, 'submitted');
    if (!next.ok) return next;
    const complete = mayFreeze(frozen);
    if (!complete.ok) return complete;
    const programme = await this.programmes.version(tx, row.programmeCode, row.programmeVersion);
    const isOpen = mayOpenCase(programme);
    if (!isOpen.ok) return isOpen;
    const consulate = await this.programmes.consulate(tx, row.consulateId);
    const today = dayIn(tx.now, consulate!.timeZone);
    const planned = { arrivesOn: dayOf(plan.arrivesOn), days: plan.stayDays };
    const traveller = {
      nationality: comparableState(details.nationality),
      documentState: comparableState(document.issuingState),
      documentExpiresOn: dayOf(document.expiresOn),
      documentNeededUntil: passportNeededUntil(planned, programme.rules, today),
    };
    const fits = isInScope(programme.bondedNationality, traveller, today);
    return fits.ok ? ok(today) : fits;
  }

  private async insert(tx: Tx, wish: NewCase, programmeVersion: number): Promise<CaseRow> {
    for (let tries = 0; tries < REFERENCE_TRIES; tries++) {
      const row: CaseRow = {
        id: newId(),
        reference: newReference('VB'),
        programmeCode: wish.programmeCode,
        programmeVersion,
        consulateId: wish.consulateId,
        applicantAccountId: wish.accountId,
        personId: null,
        travelDocumentId: null,
        contactPointId: wish.contactPointId,
        language: wish.language,
        state: caseLifecycle.initial,
        stateSince: tx.now,
        version: 1,
        submittedAt: null,
        assignedTo: null,
        assignedAt: null,
        openedAt: tx.now,
      };
      if (await this.store.insert(tx, row)) return row;
    }
    throw new Error('no free reference was found');
  }
}
