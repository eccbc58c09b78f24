import { Turns, UploadLinks } from '#documents';
import { Database } from '#platform';
import { IMPORT_BYTES_MAX, MovementImports } from '#travel';
import {
  type AskedFile,
  Asking,
  attachment,
  bytesOf,
  FileLink,
  FileOfForm,
  FormPipe,
  Needs,
  SeeOther,
  SendsFile,
  TakesFile,
  UuidPipe,
  View,
} from '#web';
import type { PostedForm, SentFile } from '#web';
import { Body, Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import { addressOf, wishOf } from '../shared/paging.ts';
import type { OfficerView } from '../text/index.ts';
import { DeclineImportForm } from './decline.form.ts';
import { ImportDesk } from './import-desk.service.ts';
import { ImportPage } from './import.page.tsx';
import { ImportsPage } from './imports.page.tsx';
import { NewImportPage } from './new-import.page.tsx';
import { problemsFile } from './problems-csv.ts';

const HOME = '/movements/imports';
/** Files that are in memory at once, each of them whole. */
const HELD_MAX = 3;

@Controller('movements/imports')
export class ImportsController {
  private readonly held = new Turns(HELD_MAX);

  constructor(
    private readonly database: Database,
    private readonly desk: ImportDesk,
    private readonly imports: MovementImports,
    private readonly links: UploadLinks,
  ) {}

  @Get()
  @Needs('movement.record')
  async list(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Query() query: Record<string, unknown>,
  ) {
    const wish = wishOf(query);
    return <ImportsPage {...{ view, after: wish.after }} list={await this.desk.list(ctx, wish)} />;
  }

  @Get('new')
  @Needs('movement.record')
  async ask(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Query() query: Record<string, unknown>,
  ) {
    const programmes = await this.desk.mayBringInFor(ctx);
    const programme = programmes.find((code) => code === query.programme) ?? programmes[0];
    return <NewImportPage {...{ view, programmes, programme, query }} />;
  }

  /** What is refused leaves nothing but the reason. */
  @Post()
  @Needs('movement.record')
  @TakesFile({ name: 'import', points: 60 })
  async send(
    @Asking() ctx: StaffCtx,
    @FileOfForm() file: SentFile,
    @Query('programme') asked: unknown,
  ) {
    const programme = (await this.desk.mayBringInFor(ctx)).find((code) => code === asked);
    if (!programme) throw new NotFoundException();
    const taken = await this.held.take(async () =>
      this.keep(ctx, programme, await bytesOf(file, IMPORT_BYTES_MAX)),
    );
    const sent = taken ?? ({ ok: false, code: 'busy' } as const);
    if (sent.ok) return new SeeOther(`${HOME}/${sent.value.id}`);
    const detail: Readonly<Record<string, string>> = ('detail' in sent && sent.detail) || {};
    if (sent.code === 'sent_before' && detail['id']) {
      return new SeeOther(`${HOME}/${detail['id']}?notice=sent_before`);
    }
    const what = detail['what'] ?? '';
    return new SeeOther(addressOf(`${HOME}/new`, { programme, refused: sent.code, what }));
  }

  @Get(':id')
  @Needs('movement.record')
  async show(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Query('notice') notice: unknown,
  ) {
    const content = await this.desk.one(ctx, id);
    const proofQuery = this.links.queryOf(id, content.sessionId);
    return <ImportPage {...{ view, staff: ctx.account, content, notice, proofQuery }} />;
  }

  @Get(':id/problems.csv')
  @Needs('movement.record')
  @SendsFile()
  async problems(
    @View() view: OfficerView,
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
  ) {
    await this.desk.existing(ctx, id);
    return problemsFile(view, this.desk.problems(ctx, id), `movements-${id.slice(-8)}`);
  }

  /** At an address that this session can use for some minutes; each opening is in the trail. */
  @Get(':id/proof')
  @Needs('movement.record')
  @SendsFile()
  async proof(@Asking() ctx: StaffCtx, @FileLink('id') link: AskedFile) {
    const sent = await this.desk.existing(ctx, link.id);
    const sessionId = await this.database.read(ctx, async (tx) => tx.sessionId!);
    if (!this.links.isGood(link, sessionId)) {
      return new SeeOther(`${HOME}/${link.id}?notice=link_over`);
    }
    const opened = await this.desk.proof(ctx, sent);
    if (!opened) throw new NotFoundException();
    return attachment(opened, `movement-${link.id.slice(-8)}`);
  }

  @Post(':id/confirm')
  @Needs('movement.confirm')
  async confirm(@Asking() ctx: StaffCtx, @Param('id', UuidPipe) id: string) {
    await this.desk.existing(ctx, id);
    const done = await this.database.write(ctx, (tx) => this.imports.confirm(tx, id));
    return new SeeOther(`${HOME}/${id}?notice=${done.ok ? 'confirmed' : done.code}`);
  }

  @Post(':id/decline')
  @Needs('movement.record')
  async decline(
    @Asking() ctx: StaffCtx,
    @Param('id', UuidPipe) id: string,
    @Body(FormPipe(DeclineImportForm)) { value }: PostedForm<DeclineImportForm>,
  ) {
    await this.desk.existing(ctx, id);
    const done = await this.database.write(ctx, (tx) => this.imports.decline(tx, id, value.reason));
    return new SeeOther(`${HOME}/${id}?notice=${done.ok ? 'declined' : done.code}`);
  }

  private async keep(ctx: StaffCtx, programme: string, bytes: Buffer) {
    const form = this.imports.look(bytes);
    if (!form.ok) return form;
    return this.database.write(ctx, (tx) =>
      this.imports.sendFile(tx, programme, bytes, form.value),
    );
  }
}
