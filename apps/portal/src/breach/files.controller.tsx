import { ReplyFiles } from '#breach';
import { Database } from '#platform';
import {
  type AccountCtx,
  type AskedFile,
  Asking,
  FileLink,
  FileOfForm,
  Needs,
  SendsFile,
  type SentFile,
  TakesFile,
  View,
} from '#web';
import { Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { OwnFiles } from '../files/own-files.service.ts';
import type { PortalView } from '../text/index.ts';
import { ReplyFilesPage, replyFilesOf } from './files.page.tsx';
import { OwnBreaches } from './own-breaches.service.ts';

/** Files that show what is said to one ground of the notice (R19). */
@Controller('cases/:reference/breach/grounds/:ground/files')
@Needs('case.own')
export class ReplyFilesController {
  constructor(
    private readonly database: Database,
    private readonly breaches: OwnBreaches,
    private readonly replies: ReplyFiles,
    private readonly files: OwnFiles,
  ) {}

  @Get()
  async show(
    @View() view: PortalView,
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
    @Param('ground') code: string,
    @Query('refused') refused: unknown,
  ) {
    const { own, ground } = await this.open(ctx, reference, code);
    const home = replyFilesOf(own.row.reference, ground.code);
    const files = await this.database.read(ctx, (tx) =>
      this.files.list(tx, home, ground.uploadIds),
    );
    return <ReplyFilesPage {...{ view, own, ground, files, refused }} />;
  }

  @Post()
  @TakesFile()
  async add(
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
    @Param('ground') code: string,
    @FileOfForm() file: SentFile,
  ) {
    const { own, ground } = await this.open(ctx, reference, code);
    const home = replyFilesOf(own.row.reference, ground.code);
    return this.files.add(ctx, file, home, (tx, kept) => this.replies.add(tx, ground.id, kept));
  }

  @Get(':id')
  @SendsFile()
  sent(
    @Asking() ctx: AccountCtx,
    @Param('reference') reference: string,
    @Param('ground') code: string,
    @FileLink('id') link: AskedFile,
  ) {
    const home = replyFilesOf(reference, code);
    return this.files.open(ctx, { reference, home }, link);
  }

  /** A ground that no notice names has no page. */
  private async open(ctx: AccountCtx, reference: string, code: string) {
    const own = await this.database.write(ctx, (tx) => this.breaches.one(tx, reference));
    const ground = own.breach.grounds.find((g) => g.code === code && g.facts !== null);
    if (!ground) throw new NotFoundException();
    return { own, ground };
  }
}
