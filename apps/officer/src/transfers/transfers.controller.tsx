import { UploadLinks } from '#documents';
import { Database } from '#platform';
import { BankReports, PaymentFiles, REPORT_BYTES_MAX } from '#refund';
import {
  type AskedFile,
  Asking,
  bytesOf,
  FileLink,
  FileOfForm,
  FormPipe,
  Needs,
  type PostedForm,
  SeeOther,
  SendsFile,
  type SentFile,
  TakesFile,
  UuidPipe,
  View,
} from '#web';
import { Body, Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import { CurrencyForm } from './currency.form.ts';
import { paymentXml } from './payment-xml.ts';
import { ReportPage } from './report.page.tsx';
import { TransferDesk } from './transfer-desk.service.ts';
import { TransfersPage } from './transfers.page.tsx';

const HOME = '/transfers';

/** Files of payments for the operator's bank, and the files in which it answers. */
@Controller('transfers')
export class TransfersController {
  constructor(
    private readonly database: Database,
    private readonly desk: TransferDesk,
    private readonly files: PaymentFiles,
    private readonly reports: BankReports,
    private readonly links: UploadLinks,
  ) {}

  @Get()
  @Needs('money.read')
  async list(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Query() query: Record<string, unknown>,
  ) {
    const content = await this.desk.list(ctx);
    return <TransfersPage {...{ view, staff: ctx.account, content, query }} />;
  }

  @Post('files')
  @Needs('refund.approve')
  async make(
    @Asking() ctx: StaffCtx,
    @Body(FormPipe(CurrencyForm)) { value, errors }: PostedForm<CurrencyForm>,
  ) {
    if (errors.length > 0) return new SeeOther(`${HOME}?notice=nothing_waits`);
    const made = await this.database.write(ctx, (tx) => this.files.make(tx, value.currency));
    return new SeeOther(`${HOME}?notice=${made.ok ? 'file_made' : made.code}`);
  }

  /** At an address that this session can use for some minutes; each opening is in the trail. */
  @Get('files/:id')
  @Needs('refund.approve')
  @SendsFile()
  async open(@Asking() ctx: StaffCtx, @FileLink('id') link: AskedFile) {
    const sessionId = await this.database.read(ctx, async (tx) => tx.sessionId!);
    if (!this.links.isGood(link, sessionId)) {
      return new SeeOther(`${HOME}?notice=link_over`);
    }
    const opened = await this.database.show(ctx, (tx) => this.files.open(tx, link.id));
    if (!opened) throw new NotFoundException();
    return paymentXml(opened.xml, `payments-${link.id.slice(-8)}`);
  }

  /** What is refused leaves nothing but the reason. */
  @Post('reports')
  @Needs('refund.approve')
  @TakesFile({ name: 'bank-report', points: 60 })
  async send(@Asking() ctx: StaffCtx, @FileOfForm() file: SentFile) {
    const bytes = await bytesOf(file, REPORT_BYTES_MAX);
    const read = this.reports.read(bytes);
    if (!read.ok) return new SeeOther(`${HOME}?refused=${read.code}#report`);
    const sent = await this.database.write(ctx, (tx) => this.reports.send(tx, bytes, read.value));
    if (sent.ok) return new SeeOther(`${HOME}/reports/${sent.value.id}`);
    const first = sent.detail?.['id'];
    if (sent.code === 'sent_before' && first) {
      return new SeeOther(`${HOME}/reports/${first}?notice=sent_before`);
    }
    return new SeeOther(`${HOME}?refused=${sent.code}#report`);
  }

  @Get('reports/:id')
  @Needs('money.read')
  async report(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Query('notice') notice: unknown,
  ) {
    const content = await this.desk.report(ctx, id);
    return <ReportPage {...{ view, content, notice }} />;
  }
}
