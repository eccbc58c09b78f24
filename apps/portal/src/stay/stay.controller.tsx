import { StayReports } from '#departure';
import { Database } from '#platform';
import {
  type AccountCtx,
  type Answers,
  type AskedFile,
  Asking,
  dateAnswers,
  type FieldError,
  FileLink,
  FileOfForm,
  FormPipe,
  invalid,
  Limited,
  Needs,
  PageWithStatus,
  type PostedForm,
  readDate,
  SeeOther,
  SendsFile,
  type SentFile,
  TakesFile,
  View,
} from '#web';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { OwnFiles } from '../files/own-files.service.ts';
import type { PortalView } from '../text/index.ts';
import { caseWith } from '../tracking/notices.ts';
import { AskForm } from './ask.form.ts';
import { AskFilesPage, AskNotNowPage, AskPage } from './ask.page.tsx';
import { filesOf, OwnStay, type StayContent } from './own-stay.service.ts';

/** Refusals that the form can mend: all of them by the date. */
const MENDED: ReadonlySet<string> = new Set(['not_longer', 'too_far']);
const OWN = { kind: 'extension', recordedBy: null } as const;

/** A traveller asks for a longer stay, with files that show why (R17). */
@Controller('cases/:reference/extension')
@Needs('case.own')
export class StayController {
  constructor(
    private readonly database: Database,
    private readonly own: OwnStay,
    private readonly reports: StayReports,
    private readonly kept: OwnFiles,
  ) {}

  @Get()
  async show(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
  ) {
    const content = await this.own.open(ctx, reference);
    if (!content.may.ok) return notNow(view, content, content.may.code);
    return <AskPage {...{ view, content, values: typedBefore(content) }} />;
  }

  @Post()
  @Limited({ name: 'extension', points: 30, seconds: 3600, by: 'account' })
  async ask(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
    @Body(FormPipe(AskForm)) form: PostedForm<AskForm>,
  ) {
    const content = await this.own.open(ctx, reference);
    if (!content.may.ok) return notNow(view, content, content.may.code);
    const values = { ...form.value };
    const again = (errors: readonly FieldError[]) =>
      invalid(<AskPage {...{ view, content, values, errors }} />);
    const { today, row } = content;
    const asked = { field: 'until', whatKey: 'stay.ask.untilWhat', today };
    const { day, error } = readDate(values, asked);
    const errors = [...(error ? [error] : []), ...form.errors];
    if (errors.length > 0 || !day) return again(errors);
    const wish = { kind: 'extension', day, reason: values.reason } as const;
    const begun = await this.database.write(ctx, (tx) => this.reports.begin(tx, row, wish, null));
    if (begun.ok) return new SeeOther(`/cases/${row.reference}/extension/files`);
    if (!MENDED.has(begun.code)) return notNow(view, content, begun.code);
    return again([{ field: 'until', key: `stay.error.${begun.code}` }]);
  }

  @Get('files')
  async files(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
    @Query('refused') refused: unknown,
  ) {
    const content = await this.own.open(ctx, reference);
    const { draft } = content;
    if (!draft) return new SeeOther(`/cases/${content.row.reference}/extension`);
    return <AskFilesPage {...{ view, content, draft, refused }} />;
  }

  @Post('files')
  @TakesFile()
  async add(
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
    @FileOfForm() file: SentFile,
  ) {
    const { row, draft } = await this.own.open(ctx, reference);
    const home = filesOf(row.reference);
    if (!draft) return new SeeOther(home);
    return this.kept.add(ctx, file, home, (tx, kept) => this.reports.addFile(tx, row, OWN, kept));
  }

  @Get('files/:id')
  @SendsFile()
  open(
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
    @FileLink('id') link: AskedFile,
  ) {
    return this.kept.open(ctx, { reference, home: filesOf(reference) }, link);
  }

  @Post('send')
  async send(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
  ) {
    const content = await this.own.open(ctx, reference);
    const { row } = content;
    const sent = await this.database.write(ctx, (tx) => this.reports.send(tx, row, OWN));
    const home = `/cases/${row.reference}/extension`;
    if (sent.ok) return new SeeOther(caseWith(row.reference, 'extension_sent'));
    if (sent.code === 'no_file') return new SeeOther(`${home}/files?refused=no_file`);
    if (sent.code === 'no_draft') return new SeeOther(home);
    return notNow(view, content, sent.code);
  }
}

const notNow = (view: PortalView, content: StayContent, code: string) =>
  new PageWithStatus(409, <AskNotNowPage {...{ view, content, code }} />);

/** What was asked before: a draft goes on where it was left. */
const typedBefore = ({ draft }: StayContent): Answers =>
  draft ? { reason: draft.reasonCode ?? '', ...dateAnswers('until', draft.reportedDay) } : {};
