import { AuditLog } from '#audit';
import { Database, Jobs, systemCtx, type Swept, type SweepParts, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import type { BorderClient } from '../clients/border-client.entity.ts';
import { CallProofs } from '../clients/call-proofs.service.ts';
import type { ProofFault } from '../domain/proof.ts';
import { marksOf, markLine, readMark, statedOf } from './feed-body.ts';
import type { FeedMark } from './feed-mark.entity.ts';
import { FeedMarkStore } from './feed-mark.store.ts';

const CTX = systemCtx('feeds.prove');

/** Proves marks by what their border system signed. What the api stored counts only after that. */
@Injectable()
export class FeedProver implements Swept {
  constructor(
    private readonly database: Database,
    private readonly store: FeedMarkStore,
    private readonly calls: CallProofs,
    private readonly jobs: Jobs,
    private readonly audit: AuditLog,
  ) {}

  sweepParts(): SweepParts {
    return { 'feed marks without a job': () => this.sweep() };
  }

  /** May be repeated: a mark is looked at once. */
  async prove(reportId: string): Promise<void> {
    await this.database.write(CTX, async (tx) => {
      const marks = await this.store.unproved(tx, reportId);
      if (marks.length === 0) return;
      const report = await this.store.report(tx, reportId);
      const proof = await this.calls.of(tx, report, () => Promise.resolve(report.body));
      let isCorrected = false;
      for (const mark of marks) {
        const isOfClient = mark.clientId === report.clientId;
        const found = 'fault' in proof ? proof.fault : asSigned(mark, proof.body, isOfClient);
        await this.note(tx, mark, found);
        isCorrected ||= found === 'proved' && mark.kind === 'correction';
      }
      if (isCorrected && 'client' in proof) await this.tellOfCorrection(tx, proof.client);
    });
  }

  /** What was decided by the mark that is taken back may not have left yet (R33). */
  private async tellOfCorrection(tx: Tx, { programmeCode }: BorderClient): Promise<void> {
    await this.jobs.enqueue(tx, 'feeds.corrected', { programmeCode });
  }

  private async sweep(): Promise<void> {
    for (const id of await this.database.read(CTX, (tx) => this.store.overdue(tx))) {
      await this.prove(id);
    }
  }

  private async note(tx: Tx, mark: FeedMark, proof: 'proved' | ProofFault): Promise<void> {
    await this.store.setProof(tx, mark, proof);
    await this.audit.write(tx, {
      action: proof === 'proved' ? 'border_client.feed_mark' : 'border_client.feed_mark_refused',
      subjectKind: 'border_client',
      subjectId: mark.clientId,
      outcome: proof === 'proved' ? 'done' : 'refused',
      details: {
        ...{ port: mark.portCode, through: `${mark.completeThrough}`, kind: mark.kind },
        ...(proof !== 'proved' && { reason: proof }),
      },
    });
  }
}

/** The stored mark is one of those in the body that was signed. */
function asSigned(mark: FeedMark, body: Buffer, isOfClient: boolean): 'proved' | ProofFault {
  const items = marksOf(body);
  const signed = (items.ok ? items.value : []).flatMap((raw) => {
    const read = readMark(raw);
    return 'item' in read ? [markLine({ port: read.item.port, ...statedOf(read.item) })] : [];
  });
  const stored = markLine({
    port: mark.portCode,
    through: mark.completeThrough,
    isCorrection: mark.kind === 'correction',
  });
  return isOfClient && signed.includes(stored) ? 'proved' : 'not_as_signed';
}
