import { Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { EvidenceReports } from '#departure';
import { UploadLinks, UploadReceiver, Uploads } from '#documents';
import { Database } from '#platform';
import {
  Asking,
  type AccountCtx,
  attachment,
  FileOfForm,
  Limited,
  Needs,
  SeeOther,
  SendsFile,
  type SentFile,
  TakesFile,
  UuidPipe,
  View,
} from '#web';
import type { PortalView } from '../text/index.ts';
import { FilesPage } from './files.page.tsx';
import { OwnEvidence } from './own-evidence.service.ts';

/** The files that prove a departure: sent one by one, each kept or refused by itself. */
@Controller('cases/:reference/departure/files')
@Needs('case.own')
export class FilesController {
  constructor(
    private readonly database: Database,
    private readonly own: OwnEvidence,
    private readonly reports: EvidenceReports,
    private readonly receiver: UploadReceiver,
    private readonly uploads: Uploads,
    private readonly links: UploadLinks,
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

  /** What is refused leaves nothing but the reason. */
  @Post()
  @TakesFile()
  @Limited({ name: 'upload', points: 40, seconds: 3600, by: 'account' })
  async add(
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
    @FileOfForm() file: SentFile,
  ) {
    const { row, draft } = await this.own.open(ctx, reference);
    const home = `/cases/${row.reference}/departure/files`;
    if (!draft) return new SeeOther(home);
    const received = file ? await this.receiver.receive(file) : null;
    if (!received?.ok) return new SeeOther(`${home}?refused=${received?.code ?? 'empty'}`);
    const added = await this.database.write(ctx, (tx) =>
      this.reports.addFile(tx, row, received.value),
    );
    return new SeeOther(added.ok ? home : `${home}?refused=${added.code}`);
  }

  /** At an address that this session can use for some minutes. */
  @Get(':id')
  @SendsFile()
  async open(
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
    @Param('id', UuidPipe) id: string,
    @Query('until') until = '',
    @Query('proof') proof = '',
  ) {
    const { row, sessionId } = await this.own.asked(ctx, reference);
    if (!this.links.isGood({ id, until, proof }, sessionId)) {
      return new SeeOther(`/cases/${row.reference}/departure/files?refused=link_over`);
    }
    const opened = await this.uploads.open(ctx, id, 'own_file');
    if (!opened) throw new NotFoundException();
    return attachment(opened, row.reference);
  }
}
