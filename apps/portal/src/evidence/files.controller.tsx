import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { EvidenceReports } from '#departure';
import {
  type AccountCtx,
  type AskedFile,
  Asking,
  FileLink,
  FileOfForm,
  Needs,
  SeeOther,
  SendsFile,
  type SentFile,
  TakesFile,
  View,
} from '#web';
import { OwnFiles } from '../files/own-files.service.ts';
import type { PortalView } from '../text/index.ts';
import { FilesPage } from './files.page.tsx';
import { filesOf, OwnEvidence } from './own-evidence.service.ts';

/** The files that prove a departure: sent one by one, each kept or refused by itself. */
@Controller('cases/:reference/departure/files')
@Needs('case.own')
export class FilesController {
  constructor(
    private readonly own: OwnEvidence,
    private readonly reports: EvidenceReports,
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
    const { draft } = content;
    if (!draft) return new SeeOther(`/cases/${content.row.reference}/departure`);
    return <FilesPage {...{ view, content, draft, refused }} />;
  }

  @Post()
  @TakesFile()
  async add(
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
    @FileOfForm() file: SentFile,
  ) {
    const { row, draft } = await this.own.open(ctx, reference);
    const home = filesOf(row.reference);
    if (!draft) return new SeeOther(home);
    return this.files.add(ctx, file, home, (tx, kept) => this.reports.addFile(tx, row, kept));
  }

  @Get(':id')
  @SendsFile()
  open(
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
    @FileLink('id') link: AskedFile,
  ) {
    return this.files.open(ctx, { reference, home: filesOf(reference) }, link);
  }
}
