import { type CheckedFile, UploadLinks, UploadReceiver, Uploads } from '#documents';
import type { Result } from '#kernel';
import { Database, referenceFrom, type Tx } from '#platform';
import { type AccountCtx, attachment, SeeOther, type SentFile } from '#web';
import { Injectable, NotFoundException } from '@nestjs/common';
import { OwnBonds } from '../own/own-bonds.service.ts';
import type { OwnFile } from './own-files.view.tsx';

/** The page on which files are, and the case it is of. */
interface FilesHome {
  readonly reference: string;
  readonly home: string;
}

/** Files of one's own case or bond, whatever they are for: sent one by one, and looked at again. */
@Injectable()
export class OwnFiles {
  constructor(
    private readonly database: Database,
    private readonly own: OwnBonds,
    private readonly receiver: UploadReceiver,
    private readonly uploads: Uploads,
    private readonly links: UploadLinks,
  ) {}

  /** `home` is the page that shows them; each is below it. */
  async list(tx: Tx, home: string, ids: readonly string[]): Promise<OwnFile[]> {
    const files = await this.uploads.list(tx, ids);
    return files.map((file) => ({
      ...file,
      href: `${home}/${file.id}?${this.links.queryOf(file.id, tx.sessionId!)}`,
    }));
  }

  /** Each is kept or refused by itself; what is refused leaves nothing but the reason. */
  async add(
    ctx: AccountCtx,
    file: SentFile,
    home: string,
    keep: (tx: Tx, file: CheckedFile) => Promise<Result<unknown>>,
  ): Promise<SeeOther> {
    const received = file ? await this.receiver.receive(file) : null;
    if (!received?.ok) return new SeeOther(`${home}?refused=${received?.code ?? 'empty'}`);
    const kept = await this.database.write(ctx, (tx) => keep(tx, received.value));
    return new SeeOther(kept.ok ? home : `${home}?refused=${kept.code}`);
  }

  /** At an address that this session can use for some minutes. */
  async open(
    ctx: AccountCtx,
    { reference, home }: FilesHome,
    link: Parameters<UploadLinks['isGood']>[0],
  ) {
    const asked = await this.database.read(ctx, async (tx) => {
      await this.own.one(tx, reference);
      return { sessionId: tx.sessionId! };
    });
    if (!this.links.isGood(link, asked.sessionId)) return new SeeOther(`${home}?refused=link_over`);
    const opened = await this.uploads.open(ctx, link.id, 'own_file');
    if (!opened) throw new NotFoundException();
    return attachment(opened, referenceFrom(reference, 'VB')!);
  }
}
