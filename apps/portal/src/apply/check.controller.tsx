import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Applying, type SubmitRefusal } from '#application';
import { Database } from '#platform';
import {
  Asking,
  type AccountCtx,
  invalid,
  Limited,
  Needs,
  FormPipe,
  SeeOther,
  View,
  type FieldError,
  type PostedForm,
} from '#web';
import type { PortalView } from '../text/index.ts';
import { CHECK, FORM_VERSION, OUTSIDE } from './apply-page.ts';
import { CheckForm } from './check.form.ts';
import { CheckPage } from './check.page.tsx';
import { Drafts, type Draft } from './drafts.service.ts';
import { frozenOf, isComplete, isOutside, travellerOf } from './form.ts';

/** Refusals that the applicant can do something about; the others are shown by their page. */
const WORDS: Partial<Record<SubmitRefusal, string>> = {
  programme_not_open: 'programme_not_open',
  case_already_open: 'case_already_open',
  document_expired: 'document_expired',
  document_expires_too_early: 'document_expires_too_early',
  outside_programme: 'outside_programme',
};

/** The last look, the declaration, and the case goes to the consulate. */
@Controller(`cases/:reference/apply/${CHECK}`)
@Needs('case.own')
export class CheckController {
  constructor(
    private readonly database: Database,
    private readonly drafts: Drafts,
    private readonly applying: Applying,
  ) {}

  @Get()
  async show(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
  ) {
    const draft = await this.draft(ctx, reference, view);
    return elsewhere(draft, reference) ?? <CheckPage view={view} draft={draft!} values={{}} />;
  }

  @Post()
  @Limited({ name: 'submit-case', points: 30, seconds: 3600, by: 'account' })
  async submit(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
    @Body(FormPipe(CheckForm)) form: PostedForm<CheckForm>,
  ) {
    // A transaction of its own: that the answers were opened stays in the trail whatever follows.
    const draft = await this.draft(ctx, reference, view);
    const other = elsewhere(draft, reference);
    if (!draft || other) return other;
    const values = { declared: form.value.declared };
    const again = (...errors: FieldError[]) =>
      invalid(<CheckPage {...{ view, draft, values, errors }} />);
    if (form.errors.length > 0) return again(...form.errors);
    const { facts, row } = draft;
    const declaration = {
      frozen: frozenOf(facts, view.t),
      ...travellerOf(facts),
      formVersion: FORM_VERSION,
    };
    const sent = await this.database.write(ctx, (tx) =>
      this.applying.submit(tx, row.id, declaration),
    );
    if (sent.ok) return new SeeOther(`/cases/${row.reference}?notice=submitted`);
    if (sent.code === 'wrong_state') return submittedBefore(row.reference);
    return again({ field: 'answers', key: `apply.refused.${WORDS[sent.code] ?? 'other'}` });
  }

  private draft(ctx: AccountCtx, reference: string, view: PortalView) {
    return this.database.write(ctx, (tx) => this.drafts.one(tx, reference, view.lang));
  }
}

const submittedBefore = (reference: string) =>
  new SeeOther(`/cases/${reference}?notice=submitted_before`);

/** Where this page is not the right one, the one that is. */
function elsewhere(draft: Draft | null, reference: string): SeeOther | null {
  if (!draft) return submittedBefore(reference);
  const home = `/cases/${draft.row.reference}`;
  if (isOutside(draft.facts)) return new SeeOther(`${home}/apply/${OUTSIDE}`);
  return isComplete(draft.facts) ? null : new SeeOther(`${home}?notice=not_complete`);
}
