import {
  BreachQueries,
  isBreachList,
  Replies,
  Rulings,
  type Bench,
  type BreachList,
} from '#breach';
import { Database } from '#platform';
import {
  type AskedFile,
  Asking,
  FileLink,
  FormPipe,
  invalid,
  Needs,
  SeeOther,
  SendsFile,
  UuidPipe,
  View,
} from '#web';
import type { FieldError, PostedForm } from '#web';
import { Body, Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { wishOf } from '../shared/paging.ts';
import type { OfficerView } from '../text/index.ts';
import { AnswerForm } from './answer.form.ts';
import { BreachContent } from './breach-content.service.ts';
import { BreachPage } from './breach.page.tsx';
import { BreachesPage } from './breaches.page.tsx';
import { DeclineRulingForm } from './decline.form.ts';
import { GroundFiles } from './ground-files.service.ts';

/** Lists of breach files, one file, and what a second person presses on it. */
@Controller('breaches')
export class BreachesController {
  constructor(
    private readonly database: Database,
    private readonly queries: BreachQueries,
    private readonly content: BreachContent,
    private readonly files: GroundFiles,
    private readonly rulings: Rulings,
    private readonly replies: Replies,
  ) {}

  @Get()
  @Needs('case.read')
  async list(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Query() query: Record<string, unknown>,
  ) {
    const { show } = query;
    const list: BreachList = typeof show === 'string' && isBreachList(show) ? show : 'all';
    const wish = wishOf(query);
    const found = await this.database.read(ctx, (tx) => this.queries.list(tx, list, wish));
    return <BreachesPage {...{ view, list, found, after: wish.after }} />;
  }

  @Get(':id')
  @Needs('case.read')
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Query('notice') notice: unknown,
  ) {
    const content = await this.content.of(ctx, id);
    const files = await this.files.of(ctx, content.breach);
    return <BreachPage {...{ view, staff: ctx.account, content, files, notice }} />;
  }

  @Get(':id/files/:fileId')
  @Needs('case.read')
  @SendsFile()
  open(
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @FileLink('fileId') link: AskedFile,
  ) {
    return this.files.open(ctx, id, link);
  }

  @Post(':id/answer')
  @Needs('breach.adjudicate')
  async answer(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Body(FormPipe(AnswerForm)) form: PostedForm<AnswerForm>,
  ) {
    if (form.errors.length > 0) return this.again(view, ctx, id, form);
    const { answer } = form.value;
    const done = await this.database.write(ctx, (tx) => this.replies.answer(tx, id, answer));
    return this.back(id, done.ok ? 'answered' : done.code);
  }

  @Post(':id/rulings/:ruling/approve')
  @Needs('breach.adjudicate')
  approve(
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Param('ruling', UuidPipe) ruling: string,
  ) {
    return this.approved(ctx, id, ruling, 'adjudication');
  }

  @Post(':id/rulings/:ruling/decline')
  @Needs('breach.adjudicate')
  decline(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Param('ruling', UuidPipe) ruling: string,
    @Body(FormPipe(DeclineRulingForm)) form: PostedForm<DeclineRulingForm>,
  ) {
    return this.declined(view, ctx, { id, ruling, form, as: 'adjudication' });
  }

  @Post(':id/appeal/:ruling/approve')
  @Needs('breach.appeal')
  approveAppeal(
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Param('ruling', UuidPipe) ruling: string,
  ) {
    return this.approved(ctx, id, ruling, 'appeal');
  }

  @Post(':id/appeal/:ruling/decline')
  @Needs('breach.appeal')
  declineAppeal(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Param('ruling', UuidPipe) ruling: string,
    @Body(FormPipe(DeclineRulingForm)) form: PostedForm<DeclineRulingForm>,
  ) {
    return this.declined(view, ctx, { id, ruling, form, as: 'appeal' });
  }

  private async approved(ctx: StaffCtx, id: string, ruling: string, as: Bench) {
    const done = await this.database.write(ctx, (tx) => this.rulings.approve(tx, ruling, as));
    return this.back(id, done.ok ? 'approved' : done.code);
  }

  private async declined(
    view: OfficerView,
    ctx: StaffCtx,
    o: { id: string; ruling: string; form: PostedForm<DeclineRulingForm>; as: Bench },
  ) {
    const { id, ruling, form, as } = o;
    if (form.errors.length > 0) return this.again(view, ctx, id, form);
    const { reason } = form.value;
    const done = await this.database.write(ctx, (tx) =>
      this.rulings.decline(tx, ruling, as, reason),
    );
    return this.back(id, done.ok ? 'declined' : done.code);
  }

  /** The file with what was typed and what is wrong with it. */
  private async again(
    view: OfficerView,
    ctx: StaffCtx,
    id: string,
    form: PostedForm<object> & { readonly errors: readonly FieldError[] },
  ) {
    const content = await this.content.of(ctx, id);
    const files = await this.files.of(ctx, content.breach);
    const { value, errors } = form;
    const page = { view, staff: ctx.account, content, files, errors };
    return invalid(<BreachPage {...page} values={{ ...value }} />);
  }

  private back(id: string, notice: string) {
    if (notice === 'no_such_file') throw new NotFoundException();
    return new SeeOther(`/breaches/${id}?notice=${notice}`);
  }
}
