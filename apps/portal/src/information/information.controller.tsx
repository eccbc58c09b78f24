import { InformationRequests } from '#application';
import {
  type AccountCtx,
  type AskedFile,
  Asking,
  FileLink,
  FileOfForm,
  FormPipe,
  invalid,
  Limited,
  Needs,
  type PostedForm,
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
import { AnswerForm } from './answer.form.ts';
import { InformationPage } from './information.page.tsx';
import { informationOf, OwnInformation } from './own-information.service.ts';

/** What the officer asks, and the applicant's answer in words and files. */
@Controller('cases/:reference/information')
@Needs('case.own')
export class InformationController {
  constructor(
    private readonly own: OwnInformation,
    private readonly requests: InformationRequests,
    private readonly files: OwnFiles,
  ) {}

  @Get()
  async show(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
    @Query('refused') refused: unknown,
  ) {
    const content = await this.own.open(ctx, reference);
    return <InformationPage {...{ view, content, refused }} />;
  }

  @Post()
  @Limited({ name: 'information', points: 30, seconds: 3600, by: 'account' })
  async answer(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
    @Body(FormPipe(AnswerForm)) form: PostedForm<AnswerForm>,
  ) {
    const content = await this.own.open(ctx, reference);
    const { value, errors } = form;
    if (content.isOpen && errors.length > 0) {
      return invalid(<InformationPage {...{ view, content, errors }} values={{ ...value }} />);
    }
    const { reference: kept } = content.row;
    const answered = await this.own.locked(ctx, reference, (tx, row) =>
      this.requests.answer(tx, row, value.answer),
    );
    if (!answered.ok) return new SeeOther(`${informationOf(kept)}?refused=${answered.code}`);
    return new SeeOther(caseWith(kept, 'information_sent'));
  }

  @Post('files')
  @TakesFile()
  async add(
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
    @FileOfForm() file: SentFile,
  ) {
    const { row } = await this.own.open(ctx, reference);
    const home = informationOf(row.reference);
    return this.files.add(ctx, file, home, (_, kept) =>
      this.own.locked(ctx, reference, (tx, locked) => this.requests.addFile(tx, locked, kept)),
    );
  }

  @Get('files/:id')
  @SendsFile()
  open(
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
    @FileLink('id') link: AskedFile,
  ) {
    const home = informationOf(reference);
    return this.files.open(ctx, { reference, home }, link);
  }
}
