import { StayChecks, type StayProposal } from '#departure';
import { Database } from '#platform';
import {
  type AskedFile,
  Asking,
  FileLink,
  FormPipe,
  invalid,
  Needs,
  readDate,
  SeeOther,
  SendsFile,
  UuidPipe,
  View,
} from '#web';
import type { FieldError, PostedForm } from '#web';
import { Body, Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { SendBackForm } from '../checked/send-back.form.ts';
import { ShownFiles } from '../shared/shown-files.service.ts';
import type { OfficerView } from '../text/index.ts';
import { ProposeStayForm } from './propose.form.ts';
import { StayDesk } from './stay-desk.service.ts';
import { StayPage } from './stay.page.tsx';
import { StaysPage } from './stays.page.tsx';

/** Refusals that the form can mend, with the field that mends them. */
const MENDED_BY: Readonly<Record<string, string>> = {
  ...{ not_longer: 'day', too_far: 'day', in_the_future: 'day', before_admission: 'day' },
  ...{ no_leave_by: 'day', unknown_reason: 'reason' },
};

/** What was reported of stays: lists, one fact, and what the two people press. */
@Controller('stay-facts')
export class StaysController {
  constructor(
    private readonly database: Database,
    private readonly desk: StayDesk,
    private readonly files: ShownFiles,
    private readonly checks: StayChecks,
  ) {}

  @Get()
  @Needs('case.review')
  async list(@View() view: OfficerView, @Asking() ctx: StaffCtx) {
    return <StaysPage view={view} list={await this.desk.list(ctx)} />;
  }

  @Get(':id')
  @Needs('case.review')
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Query('notice') notice: unknown,
  ) {
    const content = await this.contentOf(ctx, id);
    if (content.fact.state === 'draft') return new SeeOther(`/stay-facts/${id}/files`);
    return <StayPage {...{ view, staff: ctx.account, content, notice, values: {} }} />;
  }

  @Get(':id/files/:fileId')
  @Needs('case.review')
  @SendsFile()
  open(
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @FileLink('fileId') link: AskedFile,
  ) {
    return this.files.open(ctx, this.desk.filesOf(id), link);
  }

  @Post(':id/propose')
  @Needs('case.review')
  async propose(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Body(FormPipe(ProposeStayForm)) form: PostedForm<ProposeStayForm>,
  ) {
    const content = await this.contentOf(ctx, id);
    const values = { ...form.value };
    const again = (errors: readonly FieldError[]) =>
      invalid(<StayPage {...{ view, staff: ctx.account, content, values, errors }} />);
    if (form.errors.length > 0) return again(form.errors);
    const { fact } = content;
    const asked = { field: 'day', whatKey: 'stays.acceptedDayWhat', today: fact.reportedDay };
    const { day, error } = readDate(values, asked);
    const isAccept = values.outcome === 'accept';
    if (isAccept && !day) return again(error ? [error] : []);
    const proposal: StayProposal =
      isAccept && day
        ? { outcome: 'accept', day }
        : { outcome: 'refuse', reason: values.reason ?? '' };
    const proposed = await this.database.write(ctx, (tx) => this.checks.propose(tx, id, proposal));
    if (proposed.ok) return new SeeOther(`/stay-facts/${id}?notice=proposed`);
    const field = MENDED_BY[proposed.code];
    if (field) return again([{ field, key: `stays.error.${proposed.code}` }]);
    return new SeeOther(`/stay-facts/${id}?notice=${proposed.code}`);
  }

  @Post(':id/confirm')
  @Needs('bond.approve')
  async confirm(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    const decided = await this.database.write(ctx, (tx) => this.checks.second.confirm(tx, id));
    return new SeeOther(`/stay-facts/${id}?notice=${decided.ok ? decided.value : decided.code}`);
  }

  @Post(':id/send-back')
  @Needs('bond.approve')
  async sendBack(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Body(FormPipe(SendBackForm)) form: PostedForm<SendBackForm>,
  ) {
    const content = await this.contentOf(ctx, id);
    if (form.errors.length > 0) {
      const { errors } = form;
      const page = { view, staff: ctx.account, content, errors, values: {} };
      return invalid(<StayPage {...page} />);
    }
    const done = await this.database.write(ctx, (tx) =>
      this.checks.second.sendBack(tx, id, form.value.reason),
    );
    return new SeeOther(`/stay-facts/${id}?notice=${done.ok ? 'sent_back' : done.code}`);
  }

  private async contentOf(ctx: StaffCtx, id: string) {
    const content = await this.desk.one(ctx, id);
    if (!content) throw new NotFoundException();
    return content;
  }
}
