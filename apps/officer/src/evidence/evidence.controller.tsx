import { EvidenceChecks, type EvidenceProposal } from '#departure';
import { Database } from '#platform';
import {
  type AskedFile,
  Asking,
  FileLink,
  FormPipe,
  invalid,
  Needs,
  pickAnswers,
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
import { CheckForm } from './check.form.ts';
import { EvidenceDesk } from './evidence-desk.service.ts';
import { EvidenceListPage } from './evidence-list.page.tsx';
import { EvidencePage } from './evidence.page.tsx';

/** Refusals that the checklist can mend, with the field that mends them. */
const MENDED_BY: Readonly<Record<string, string>> = {
  checks_missing: 'checks',
  after_leave_by: 'outcome',
  unknown_reason: 'reason',
};

@Controller('evidence')
export class EvidenceController {
  constructor(
    private readonly database: Database,
    private readonly desk: EvidenceDesk,
    private readonly files: ShownFiles,
    private readonly checks: EvidenceChecks,
  ) {}

  @Get()
  @Needs('case.review')
  async list(@View() view: OfficerView, @Asking() ctx: StaffCtx) {
    return <EvidenceListPage view={view} list={await this.desk.list(ctx)} />;
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
    return <EvidencePage {...{ view, staff: ctx.account, content, notice, values: {} }} />;
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
    @Body(FormPipe(CheckForm)) form: PostedForm<CheckForm>,
    @Body() body: unknown,
  ) {
    const content = await this.contentOf(ctx, id);
    const ticked = pickAnswers(body, ['checks']);
    const checks = (ticked['checks'] ?? '').split(',');
    const values = { ...form.value, ...ticked };
    const again = (errors: readonly FieldError[]) =>
      invalid(<EvidencePage {...{ view, staff: ctx.account, content, values, errors }} />);
    if (form.errors.length > 0) return again(form.errors);
    const { outcome, reason = '' } = form.value;
    const proposal: EvidenceProposal =
      outcome === 'accept' ? { outcome, checks } : { outcome, checks, reason };
    const proposed = await this.database.write(ctx, (tx) => this.checks.propose(tx, id, proposal));
    if (proposed.ok) return new SeeOther(`/evidence/${id}?notice=proposed`);
    const field = MENDED_BY[proposed.code];
    if (field) return again([{ field, key: `evidence.error.${proposed.code}` }]);
    return new SeeOther(`/evidence/${id}?notice=${proposed.code}`);
  }

  @Post(':id/confirm')
  @Needs('bond.approve')
  async confirm(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    const decided = await this.database.write(ctx, (tx) => this.checks.second.confirm(tx, id));
    return new SeeOther(`/evidence/${id}?notice=${decided.ok ? decided.value : decided.code}`);
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
      return invalid(<EvidencePage {...page} />);
    }
    const done = await this.database.write(ctx, (tx) =>
      this.checks.second.sendBack(tx, id, form.value.reason),
    );
    return new SeeOther(`/evidence/${id}?notice=${done.ok ? 'sent_back' : done.code}`);
  }

  private async contentOf(ctx: StaffCtx, id: string) {
    const content = await this.desk.one(ctx, id);
    if (!content) throw new NotFoundException();
    return content;
  }
}
