// Cases from the first page to the visa, in the processes that may move them.
import { randomBytes } from 'node:crypto';
import { Applying, CaseDocuments, Cases, InformationRequests, Reviewing } from '#application';
import type { CaseEvent, CaseRow, Declaration } from '#application';
import { CaseQuestions } from '#bond-escrow';
import type { CheckedFile } from '#documents';
import { mustBeOk } from '#kernel';
import type { Tx } from '#platform';
import { somebody, type Somebody } from '../signed-in.ts';
import { ProcessorSide } from './processor.ts';

export interface TestCase {
  readonly caseId: string;
  readonly reference: string;
  readonly applicant: Somebody;
  /** Who decides it. */
  readonly officer: Somebody;
  readonly passport: { readonly issuingState: string; readonly number: string };
  /** As it was when it was handed in. */
  readonly row: CaseRow;
}

export interface CaseWish {
  readonly applicant?: Somebody;
  /** The officer on duty when left out. */
  readonly officer?: Somebody;
  /** Of the consulate. */
  readonly city?: string;
  readonly declared?: Partial<Declaration>;
}

/** A file that was found fit to be kept. */
export const A_PICTURE: CheckedFile = {
  ...{ type: 'image/png', pages: null, scan: 'not_scanned' },
  bytes: Buffer.from('a picture of a stamp'),
};

const aDayAhead = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** What an applicant declares, with a passport of its own each time. */
export const declaration = (more: { number?: string; issuingState?: string } = {}) => ({
  frozen: [
    {
      ...{ pageId: 'travel', questionId: 'purpose' },
      ...{ question: 'What is the purpose of your visit?', answer: 'A wedding in Ségou' },
    },
  ],
  details: {
    ...{ givenNames: 'Ada', familyName: 'Example' },
    ...{ bornOn: '1990-05-17', nationality: 'USA' },
  },
  document: {
    issuingState: more.issuingState ?? 'USA',
    number: more.number ?? randomBytes(5).toString('hex').toUpperCase(),
    expiresOn: '2035-01-31',
  },
  plan: { arrivesOn: aDayAhead(14), stayDays: 14, purpose: 'tourism' },
  ...{ mrz: '', formVersion: '1' },
});

export abstract class CaseSide extends ProcessorSide {
  anApplicant(): Promise<Somebody> {
    return somebody(this.db, 'applicant');
  }

  anOfficer(consulateId: string | null = null): Promise<Somebody> {
    return somebody(this.db, 'staff', consulateId);
  }

  wishOf({ accountId, contactPointId }: Somebody) {
    const { consulateId } = this;
    const programmeCode = 'mali-us';
    return { accountId, contactPointId, programmeCode, consulateId, language: 'en' as const };
  }

  open(who: Somebody, more: object = {}) {
    const wish = { ...this.wishOf(who), ...more };
    return this.as(this.portal, who.ctx, (tx) => this.portal.get(Applying).open(tx, wish));
  }

  async opened(who: Somebody, more: object = {}): Promise<{ id: string; reference: string }> {
    return mustBeOk(await this.open(who, more));
  }

  save(who: Somebody, id: string, page: string, answers: Record<string, string>) {
    const applying = this.portal.get(Applying);
    return this.as(this.portal, who.ctx, (tx) => applying.saveAnswers(tx, id, page, answers));
  }

  submit(who: Somebody, id: string, what: Declaration = declaration()) {
    return this.as(this.portal, who.ctx, (tx) => this.portal.get(Applying).submit(tx, id, what));
  }

  asOfficer<T>(who: Somebody, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.as(this.officer, who.ctx, work);
  }

  /** The same, with a case that is locked. */
  onCase<T>(who: Somebody, id: string, work: (tx: Tx, row: CaseRow) => Promise<T>): Promise<T> {
    return this.asOfficer(who, async (tx) => work(tx, await this.officer.get(Cases).lock(tx, id)));
  }

  /** The officer takes the case and confirms whose the passport is. */
  review({ officer, caseId }: Pick<TestCase, 'officer' | 'caseId'>): Promise<CaseRow> {
    return this.onCase(officer, caseId, async (tx, row) => {
      const taken = mustBeOk(await this.officer.get(Reviewing).take(tx, row, null));
      mustBeOk(await this.officer.get(CaseDocuments).confirmPassport(tx, taken));
      return taken;
    });
  }

  /** The officer asks the applicant for something. */
  async ask({ officer, caseId }: Pick<TestCase, 'officer' | 'caseId'>, text = 'Your invitation.') {
    const wish = { reason: 'document_missing', text } as const;
    return this.onCase(officer, caseId, (tx, row) =>
      this.officer.get(CaseQuestions).ask(tx, row, wish),
    );
  }

  /** The applicant answers, with a file. */
  async answer({ applicant, caseId }: Pick<TestCase, 'applicant' | 'caseId'>): Promise<void> {
    const { portal } = this;
    const requests = portal.get(InformationRequests);
    await this.as(portal, applicant.ctx, async (tx) => {
      const row = await portal.get(Cases).lock(tx, caseId);
      mustBeOk(await requests.addFile(tx, row, A_PICTURE));
      mustBeOk(await requests.answer(tx, row, 'It is attached.'));
    });
  }

  /** The officer issues the visa, as a program would that does not ask what became of the money. */
  async issueVisa({ officer, caseId }: Pick<TestCase, 'officer' | 'caseId'>): Promise<void> {
    const issue = (tx: Tx, row: CaseRow) => this.officer.get(Reviewing).issueVisa(tx, row);
    mustBeOk(await this.onCase(officer, caseId, issue));
  }

  caseRow(id: string): Promise<Record<string, unknown>> {
    return this.one('select * from visa_case where id = $1', id);
  }

  async eventsOf(caseId: string): Promise<CaseEvent[]> {
    const steps = await this.rows<{ event: CaseEvent }>(
      'select event from visa_case_history where owner_id = $1 order by seq',
      caseId,
    );
    return steps.map(({ event }) => event);
  }

  /** What a refused step must leave as it was. */
  async everything(): Promise<unknown> {
    const [all] = await this.rows(
      `select (select jsonb_agg(to_jsonb(c) order by id) from visa_case c) as cases,
              (select count(*) from visa_case_history) as steps,
              (select count(*) from case_submission) as submissions,
              (select count(*) from person) as persons,
              (select count(*) from travel_document) as documents,
              (select count(*) from mail) as mails,
              (select count(*) from pgboss.job) as jobs`,
    );
    return all;
  }

  aCase(wish: CaseWish = {}): CaseBuilder {
    return new CaseBuilder(this, wish);
  }
}

/** Each verb does what comes before it as well. */
export class CaseBuilder {
  constructor(
    private readonly world: CaseSide,
    private readonly wish: CaseWish,
  ) {}

  async submitted(): Promise<TestCase> {
    const { world, wish } = this;
    const consulateId = world.consulates[wish.city ?? 'Washington']!;
    const applicant = wish.applicant ?? (await world.anApplicant());
    const officer = wish.officer ?? world.staff;
    const declared = { ...declaration(), ...wish.declared };
    const { issuingState, number } = declared.document;
    const { id } = await world.opened(applicant, { consulateId });
    const row = mustBeOk(await world.submit(applicant, id, declared));
    const { reference } = row;
    const passport = { issuingState, number };
    return { caseId: id, reference, applicant, officer, passport, row };
  }

  /** The officer has taken it and found nothing against it. */
  async underReview(): Promise<TestCase> {
    const made = await this.submitted();
    await this.world.review(made);
    return made;
  }
}
