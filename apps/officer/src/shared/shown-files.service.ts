import { UploadLinks, Uploads } from '#documents';
import { Database, type Tx } from '#platform';
import { attachment, SeeOther } from '#web';
import { Injectable, NotFoundException } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';
import type { ShownFile } from './file-list.view.tsx';

type Link = Parameters<UploadLinks['isGood']>[0];

/** What files are of. */
interface WithFiles {
  readonly reference: string;
  readonly uploadIds: readonly string[];
}

export interface OpenedFor {
  /** The page that shows them; they are below it. */
  readonly home: string;
  /** Why they are looked at, for the trail. */
  readonly purpose: string;
  readonly find: (tx: Tx) => Promise<WithFiles | null>;
}

/** Files that people sent, each with the address under which it can be looked at for some minutes. */
@Injectable()
export class ShownFiles {
  constructor(
    private readonly database: Database,
    private readonly uploads: Uploads,
    private readonly links: UploadLinks,
  ) {}

  async list(tx: Tx, home: string, ids: readonly string[]): Promise<ShownFile[]> {
    const files = await this.uploads.list(tx, ids);
    return files.map((file) => ({
      ...file,
      href: `${home}/files/${file.id}?${this.links.queryOf(file.id, tx.sessionId!)}`,
    }));
  }

  /** One of them, for whoever holds its address; each opening is in the trail. */
  async open(ctx: StaffCtx, { home, purpose, find }: OpenedFor, link: Link) {
    const { sessionId, of } = await this.database.read(ctx, async (tx) => ({
      sessionId: tx.sessionId!,
      of: await find(tx),
    }));
    const isOfIt = of?.uploadIds.includes(link.id) ?? false;
    if (!of || !isOfIt || !this.links.isGood(link, sessionId)) {
      return new SeeOther(`${home}?notice=link_over`);
    }
    const opened = await this.uploads.open(ctx, link.id, purpose);
    if (!opened) throw new NotFoundException();
    return attachment(opened, of.reference);
  }
}
