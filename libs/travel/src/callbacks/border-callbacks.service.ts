import { mustBeOk } from '#kernel';
import { Database, Jobs, systemCtx, type SweepParts, type Swept, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { BorderClientStore } from '../clients/border-clients.store.ts';
import { CALLBACK_TRIES_MAX, pauseAfter } from '../domain/border-callback.lifecycle.ts';
import type { BatchOutcome } from '../movements/batch-outcome.ts';
import { BatchOutcomes } from '../movements/batch-outcomes.service.ts';
import type { BorderCallback } from './border-callback.entity.ts';
import { BorderCallbackStore } from './border-callback.store.ts';
import { CallbackCaller, type CallAnswer } from './callback-caller.service.ts';
import { CallbackSigner } from './callback-signer.service.ts';

const CTX = systemCtx('callbacks.send');
const LOST_AFTER_SECONDS = 120;
/** After the last try nothing follows; until its answer is written it is nobody else's turn. */
const LAST_MINUTES = 60;

interface Call {
  readonly row: BorderCallback;
  readonly address: string;
  readonly body: string;
}

/** Tells border systems that want it what became of their batches, so that they need not ask. */
@Injectable()
export class BorderCallbacks implements Swept {
  constructor(
    private readonly database: Database,
    private readonly store: BorderCallbackStore,
    private readonly clients: BorderClientStore,
    private readonly outcomes: BatchOutcomes,
    private readonly signer: CallbackSigner,
    private readonly caller: CallbackCaller,
    private readonly jobs: Jobs,
  ) {}

  /** One try. May be repeated: what is over or under way is left alone. */
  async send(id: string): Promise<void> {
    const call = await this.database.write(CTX, (tx) => this.begin(tx, id));
    if (!call) return;
    const { row, address, body } = call;
    const token = await this.signer.token(`${id}.${row.tries + 1}`, address, body);
    const answer = await this.caller.post(address, body, token);
    await this.database.write(CTX, (tx) => this.end(tx, row, answer));
  }

  sweepParts(): SweepParts {
    return { 'callbacks to border systems that are due': () => this.sweep() };
  }

  private begin(tx: Tx, id: string): Promise<Call | null> {
    return this.store.lockDue(tx, id).then(async (row) => {
      if (!row) return null;
      const client = await this.clients.find(tx, row.clientId);
      if (client?.state !== 'active' || client.callbackUrl === null) {
        await this.store.failed(tx, id, { fault: 'no_address', status: null }, true);
        return null;
      }
      await this.store.begin(tx, id, pauseAfter(row.tries + 1) ?? LAST_MINUTES);
      const outcome = mustBeOk(await this.outcomes.of(tx, row.clientId, row.batchId));
      return { row, address: client.callbackUrl, body: bodyOf(id, outcome) };
    });
  }

  private async end(tx: Tx, { id, tries }: BorderCallback, answer: CallAnswer): Promise<void> {
    if (answer.ok) return this.store.taken(tx, id, answer.status);
    await this.store.failed(tx, id, answer, tries + 1 >= CALLBACK_TRIES_MAX);
  }

  private async sweep(): Promise<void> {
    await this.database.write(CTX, async (tx) => {
      for (const callbackId of await this.store.due(tx, LOST_AFTER_SECONDS)) {
        await this.jobs.enqueue(tx, 'callbacks.send', { callbackId }, { singletonKey: callbackId });
      }
    });
  }
}

/** Places in the batch and outcomes: nothing of whose the records are, nor the border's own ids. */
const bodyOf = (id: string, { batchId, done, items }: BatchOutcome): string =>
  JSON.stringify({
    ...{ id, type: 'batch.assessed', batchId, done },
    items: items.map(({ index, result, status }) => ({ index, result, ...(status && { status }) })),
  });
