import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { Applying, type PageAnswers } from '#application';
import { Database } from '#platform';
import {
  Asking,
  type AccountCtx,
  FormPageView,
  invalid,
  Limited,
  Needs,
  PageWithStatus,
  pickAnswers,
  SeeOther,
  View,
} from '#web';
import type { PortalView } from '../text/index.ts';
import { CHECK, keptOf, OUTSIDE, problem, typedOn, type ApplyPage } from './apply-page.ts';
import { Drafts, type Draft } from './drafts.service.ts';
import { isComplete, isOutside, pagesOf } from './form.ts';
import { OutsidePage } from './outside.page.tsx';
import { LINES } from './passport-lines.ts';
import { ChangedMeanwhile } from './pages/changed-meanwhile.view.tsx';
import { mayReplace, SEEN, seenOf } from './seen.ts';
import { Notice } from '../notice.tsx';

const submitted = (reference: string) =>
  new SeeOther(`/cases/${reference}?notice=submitted_before`);

function pageOf(draft: Draft, id: string) {
  const page = pagesOf(draft.facts).find((p) => p.id === id);
  if (!page) throw new NotFoundException();
  return page;
}

/** The form, one page at a time; what is right is saved, and one can leave at any point. */
@Controller('cases/:reference/apply')
@Needs('case.own')
export class ApplyController {
  constructor(
    private readonly database: Database,
    private readonly drafts: Drafts,
    private readonly applying: Applying,
  ) {}

  @Get(OUTSIDE)
  async outside(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
  ) {
    const draft = await this.draft(ctx, reference, view);
    if (!draft) return submitted(reference);
    if (!isOutside(draft.facts)) return new SeeOther(`/cases/${draft.row.reference}`);
    return <OutsidePage view={view} draft={draft} />;
  }

  @Get(':page')
  async show(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param() { reference, page: id }: { reference: string; page: string },
  ) {
    const draft = await this.draft(ctx, reference, view);
    if (!draft) return submitted(reference);
    const page = pageOf(draft, id);
    const values = draft.facts.answers[page.id] ?? page.suggested?.() ?? {};
    // What was saved and no longer fits is said at once.
    const errors = draft.facts.answers[page.id] ? page.errors(values, draft.facts) : [];
    return <FormPageView {...{ view, page, values, errors }} {...placeOf(draft, id)} />;
  }

  @Post(':page')
  @Limited({ name: 'save-page', points: 300, seconds: 3600, by: 'account' })
  async save(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param() { reference, page: id }: { reference: string; page: string },
    @Body() body: unknown,
  ) {
    const draft = await this.draft(ctx, reference, view);
    if (!draft) return submitted(reference);
    const page = pageOf(draft, id);
    const values = typedOn(page, body);
    if (isAsked(body, 'fill')) return filled(view, draft, page, values);
    const errors = page.errors(values, draft.facts);
    if (errors.length > 0) {
      return invalid(<FormPageView {...{ view, page, values, errors }} {...placeOf(draft, id)} />);
    }
    const kept = keptOf(page, values);
    const saved = await this.database.write(ctx, (tx) =>
      this.applying.saveAnswers(tx, draft.row.id, page.id, kept, mayReplace(body, kept)),
    );
    if (!saved.ok && saved.code === 'changed_meanwhile') {
      return this.changedMeanwhile(view, ctx, draft, page, values);
    }
    if (!saved.ok) return submitted(draft.row.reference);
    const now = { ...draft.facts, answers: { ...draft.facts.answers, [page.id]: kept } };
    // Whoever changes one answer of a whole form goes back to check it.
    const next = isComplete(now) ? CHECK : page.next(kept);
    return new SeeOther(`/cases/${draft.row.reference}/apply/${next}`);
  }

  /** What is saved now, and what was typed here: the person decides by saving again. */
  private async changedMeanwhile(
    view: PortalView,
    ctx: AccountCtx,
    { row }: Draft,
    page: ApplyPage,
    values: PageAnswers,
  ) {
    const now = await this.draft(ctx, row.reference, view);
    if (!now) return submitted(row.reference);
    const saved = now.facts.answers[page.id] ?? {};
    const note = <ChangedMeanwhile {...{ view, page, saved }} />;
    const shown = <FormPageView {...{ view, page, values, note }} {...placeOf(now, page.id)} />;
    return new PageWithStatus(409, shown);
  }

  private draft(ctx: AccountCtx, reference: string, view: PortalView) {
    return this.database.write(ctx, (tx) => this.drafts.one(tx, reference, view.lang));
  }
}

const isAsked = (body: unknown, button: string) => pickAnswers(body, [button])[button] === 'yes';

/** The page with what one of its answers says of the others, for the person to check. */
function filled(view: PortalView, draft: Draft, page: ApplyPage, values: PageAnswers) {
  const found = page.fill?.(values);
  if (!found) {
    const errors = page.errors(values, draft.facts).filter((e) => e.field === LINES);
    const none = errors.length > 0 ? errors : [problem(LINES, 'mrzMissing')];
    const shown = { view, page, values, errors: none };
    return invalid(<FormPageView {...shown} {...placeOf(draft, page.id)} />);
  }
  const note = <Notice view={view} text={view.t('apply.passport.filled')} />;
  return <FormPageView {...{ view, page, values: found, note }} {...placeOf(draft, page.id)} />;
}

const placeOf = ({ row, facts }: Draft, id: string) => ({
  hidden: { [SEEN]: seenOf(facts.answers[id]) },
  action: `/cases/${row.reference}/apply/${id}`,
  back: `/cases/${row.reference}`,
});
