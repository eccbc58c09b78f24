import { StayFactQueries, type StayFactView } from '#departure';
import { UploadLinks, Uploads } from '#documents';
import { Database, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { ShownFile } from '../shared/file-list.view.tsx';
import type { StaffCtx } from '../accounts-for-web.service.ts';

const PURPOSE = 'stay_check';

/** The files that show a fact, each with the address under which it can be looked at for some minutes. */
@Injectable()
export class StayFiles {
  constructor(
    private readonly database: Database,
    private readonly queries: StayFactQueries,
    private readonly uploads: Uploads,
    private readonly links: UploadLinks,
  ) {}

  async of(tx: Tx, { id, uploadIds }: StayFactView): Promise<ShownFile[]> {
    const files = await this.uploads.list(tx, uploadIds);
    return files.map((file) => ({
      ...file,
      href: `/stay-facts/${id}/files/${file.id}?${this.links.queryOf(file.id, tx.sessionId!)}`,
    }));
  }

  /** One of them, for whoever holds its address; null when the address is over. */
  async open(ctx: StaffCtx, id: string, link: Parameters<UploadLinks['isGood']>[0]) {
    const { sessionId, fact } = await this.database.read(ctx, async (tx) => ({
      sessionId: tx.sessionId!,
      fact: await this.queries.one(tx, id),
    }));
    const isOfIt = fact?.uploadIds.includes(link.id) ?? false;
    if (!fact || !isOfIt || !this.links.isGood(link, sessionId)) return null;
    return { fact, opened: await this.uploads.open(ctx, link.id, PURPOSE) };
  }
}
