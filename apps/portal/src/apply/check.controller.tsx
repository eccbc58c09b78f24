import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Applying, type SubmitRefusal } from '#application';
import { Database } from '#platform';
import { ctxOf, invalid, Limited, Needs, pickAnswers, SeeOther, View, type FieldError } from '#web';
import type { PortalView } from '../text/index.ts';
import { CHECK, FORM_VERSION, OUTSIDE } from './apply-page.ts';
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
    @Req() request: FastifyRequest,
    @Param('reference') reference: string,
  ) {
    const draft = await this.draft(request, reference, view);
    return elsewhere(draft, reference) ?? <CheckPage view={view} draft={draft!} values={{}} />;
  }

  @Post()
  @Limited({ name: 'submit-case', points: 30, seconds: 3600, by: 'account' })
  async submit(
    @View() view: PortalView,
    @Req() request: FastifyRequest,
    @Param('reference') reference: string,
    @Body() body: unknown,
  ) {
    // A transaction of its own: that the answers were opened stays in the trail whatever follows.
    const draft = await this.draft(request, reference, view);
    const other = elsewhere(draft, reference);
    if (!draft || other) return other;
    const values = pickAnswers(body, ['declared']);
    const again = (error: FieldError) =>
      invalid(<CheckPage {...{ view, draft, values }} errors={[error]} />);
    if (values.declared !== 'yes') {
      return again({ field: 'declared', key: 'apply.error.declared' });
    }
    const { facts, row } = draft;
    const declaration = {
      frozen: frozenOf(facts, view.t),
      ...travellerOf(facts),
      formVersion: FORM_VERSION,
    };
    const sent = await this.database.write(ctxOf(request), (tx) =>
      this.applying.submit(tx, row.id, declaration),
    );
    if (sent.ok) return new SeeOther(`/cases/${row.reference}?notice=submitted`);
    if (sent.code === 'wrong_state') return submittedBefore(row.reference);
    return again({ field: 'answers', key: `apply.refused.${WORDS[sent.code] ?? 'other'}` });
  }

  private draft(request: FastifyRequest, reference: string, view: PortalView) {
    return this.database.write(ctxOf(request), (tx) => this.drafts.one(tx, reference, view.lang));
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
