import { Jobs, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { BorderCallbackStore } from '../callbacks/border-callback.store.ts';
import { CandidateStore } from '../matching/candidate.store.ts';

/** What follows once the rules have looked at every record of a batch. */
@Injectable()
export class BatchEnds {
  constructor(
    private readonly candidates: CandidateStore,
    private readonly callbacks: BorderCallbackStore,
    private readonly jobs: Jobs,
  ) {}

  /** Whom its records may mean is looked for, and its border system is told; each once. */
  async of(tx: Tx, batchId: string): Promise<void> {
    const [waiting] = await this.candidates.unmatchedOf(tx, batchId);
    if (waiting) await this.jobs.enqueue(tx, 'movements.find', { batchId });
    const callbackId = await this.callbacks.add(tx, batchId);
    if (!callbackId) return;
    await this.jobs.enqueue(tx, 'callbacks.send', { callbackId }, { singletonKey: callbackId });
  }
}
