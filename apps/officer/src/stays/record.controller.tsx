import { CaseQueries } from '#application';
import { StayChecks, StayReports } from '#departure';
import { UploadReceiver } from '#documents';
import { dayIn } from '#kernel';
import { Database } from '#platform';
import {
  Asking,
  FileOfForm,
  FormPipe,
  invalid,
  Needs,
  readDate,
  SeeOther,
  type SentFile,
  TakesFile,
  UuidPipe,
  View,
} from '#web';
import type { FieldError, PostedForm } from '#web';
import { Body, Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { Deciding } from '../decisions/deciding.service.ts';
import { backToBlocked } from '../shared/back-to-case.ts';
import type { OfficerView } from '../text/index.ts';
import { RecordForm } from './record.form.ts';
import { RecordFilesPage, RecordFactPage } from './record.page.tsx';
import { StayDesk } from './stay-desk.service.ts';

/** Refusals that the form can mend: all of them by the date. */
const MENDED: ReadonlySet<string> = new Set([
  ...['not_longer', 'too_far', 'in_the_future', 'before_admission', 'no_leave_by'],
]);

/** An officer records something of a stay with the document that shows it. */
@Controller()
@Needs('case.review')
export class RecordController {
  constructor(
    private readonly database: Database,
    private readonly deciding: Deciding,
    private readonly desk: StayDesk,
    private readonly cases: CaseQueries,
    private readonly reports: StayReports,
    private readonly checks: StayChecks,
    private readonly receiver: UploadReceiver,
  ) {}

  @Get('cases/:reference/record')
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('reference') reference: string,
  ) {
    const content = await this.deciding.open(ctx, reference, 'record');
    if (content.blocked) return backToBlocked(content.row.reference, content.blocked);
    return <RecordFactPage {...{ view, content, values: {} }} />;
  }

  @Post('cases/:reference/record')
  async begin(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('reference') reference: string,
    @Body(FormPipe(RecordForm)) form: PostedForm<RecordForm>,
  ) {
    const content = await this.deciding.open(ctx, reference, 'record');
    if (content.blocked) return backToBlocked(content.row.reference, content.blocked);
    const values = { ...form.value };
    const again = (errors: readonly FieldError[]) =>
      invalid(<RecordFactPage {...{ view, content, values, errors }} />);
    const { row, consulate } = content;
    const today = dayIn(content.now, consulate.timeZone);
    const { day, error } = readDate(values, {
      ...{ field: 'day', whatKey: 'stays.record.dayWhat', today },
    });
    const errors = [...form.errors, ...(error ? [error] : [])];
    if (errors.length > 0 || !day) return again(errors);
    const reported = { kind: values.kind, day, reason: 'authority_granted' } as const;
    const begun = await this.database.write(ctx, (tx) =>
      this.reports.begin(tx, row, reported, ctx.account.id),
    );
    if (begun.ok) return new SeeOther(`/stay-facts/${begun.value.id}/files`);
    const key = `stays.${MENDED.has(begun.code) ? 'error' : 'refused'}.${begun.code}`;
    return again([{ field: MENDED.has(begun.code) ? 'day' : 'kind', key }]);
  }

  @Get('stay-facts/:id/files')
  async files(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Query('notice') notice: unknown,
  ) {
    const content = await this.desk.one(ctx, id);
    if (!content) throw new NotFoundException();
    if (content.fact.state !== 'draft') return new SeeOther(`/stay-facts/${id}`);
    return <RecordFilesPage {...{ view, content, notice }} />;
  }

  /** What is refused leaves nothing but the reason. */
  @Post('stay-facts/:id/files')
  @TakesFile()
  async add(
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @FileOfForm() file: SentFile,
  ) {
    const content = await this.desk.one(ctx, id);
    if (!content) throw new NotFoundException();
    const home = `/stay-facts/${id}/files`;
    const received = file ? await this.receiver.receive(file) : null;
    if (!received?.ok) return new SeeOther(`${home}?notice=file`);
    const added = await this.database.write(ctx, async (tx) => {
      const theCase = await this.cases.byId(tx, content.fact.caseId);
      const of = { kind: content.fact.kind, recordedBy: ctx.account.id };
      return this.reports.addFile(tx, theCase!, of, received.value);
    });
    return new SeeOther(added.ok ? home : `${home}?notice=${added.code}`);
  }

  @Post('stay-facts/:id/record')
  async record(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    const done = await this.database.write(ctx, (tx) => this.checks.record(tx, id));
    if (!done.ok && done.code === 'not_found') throw new NotFoundException();
    const isDraft = !done.ok && done.code === 'no_file';
    const notice = done.ok ? 'proposed' : done.code;
    return new SeeOther(`/stay-facts/${id}${isDraft ? '/files' : ''}?notice=${notice}`);
  }
}
