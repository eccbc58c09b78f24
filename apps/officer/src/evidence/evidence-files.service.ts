import { EvidenceQueries, type EvidenceView } from '#departure';
import { UploadLinks, Uploads } from '#documents';
import { Database, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';

const PURPOSE = 'evidence_check';

/** The files of a proof, each with the address under which it can be looked at for some minutes. */
@Injectable()
export class EvidenceFiles {
  constructor(
    private readonly database: Database,
    private readonly queries: EvidenceQueries,
    private readonly uploads: Uploads,
    private readonly links: UploadLinks,
  ) {}

  async of(tx: Tx, { id, uploadIds }: EvidenceView) {
    const files = await this.uploads.list(tx, uploadIds);
    return files.map((file) => ({
      ...file,
      href: `/evidence/${id}/files/${file.id}?${this.links.queryOf(file.id, tx.sessionId!)}`,
    }));
  }

  /** One of them, for whoever holds its address; null when the address is over. */
  async open(ctx: StaffCtx, id: string, link: Parameters<UploadLinks['isGood']>[0]) {
    const { sessionId, evidence } = await this.database.read(ctx, async (tx) => ({
      sessionId: tx.sessionId!,
      evidence: await this.queries.one(tx, id),
    }));
    const isOfIt = evidence?.uploadIds.includes(link.id) ?? false;
    if (!evidence || !isOfIt || !this.links.isGood(link, sessionId)) return null;
    return { evidence, opened: await this.uploads.open(ctx, link.id, PURPOSE) };
  }
}
