import { createHash } from 'node:crypto';
import { Persons, stateOf } from '#identity';
import { Temporal } from '#kernel';
import { Config, Vault, type Tx } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { bodyPlace, bytesOf, checkedItem, dayOrNull, itemsOf } from './batch-body.ts';
import type { BorderClient } from '../clients/border-client.entity.ts';
import { BorderClientStore } from '../clients/border-clients.store.ts';
import { claimsOf } from '../clients/border-token.ts';
import { factsLine, faultOf, type BatchProof, type ProofFault } from '../domain/proof.ts';
import type { MovementItem } from './movement-item.ts';
import type { Movement, MovementBatch } from './movement.entity.ts';
import { MovementStore } from './movement.store.ts';

// The api had verified the token before it waited for a connection to store it.
const TOLERANCE_SECONDS = 60;

/** What a run has proved already, by batch: each is verified once. */
export type ProofsSeen = Map<string, Proved>;
type Proved = BatchProof & { readonly programmeCode?: string };

/**
 * Proves stored records by what their border system signed, so that nobody has to believe the
 * process that stored them.
 */
@Injectable()
export class BatchProofs {
  constructor(
    private readonly store: MovementStore,
    private readonly clients: BorderClientStore,
    private readonly persons: Persons,
    private readonly vault: Vault,
    @Inject(Config) private readonly config: Config,
  ) {}

  /** Null when the record is what a client in good standing signed when it was received. */
  async faultOf(tx: Tx, movement: Movement, seen: ProofsSeen): Promise<ProofFault | null> {
    const known = seen.get(movement.batchId);
    const proof = known ?? (await this.prove(tx, await this.store.batch(tx, movement.batchId)));
    seen.set(movement.batchId, proof);
    return faultOf(movement, proof);
  }

  async programmeOf(tx: Tx, { batchId, clientId }: Movement, seen: ProofsSeen): Promise<string> {
    const code =
      seen.get(batchId)?.programmeCode ?? (await this.clients.find(tx, clientId))?.programmeCode;
    if (code === undefined) throw new Error('a record of no border system');
    return code;
  }

  private async prove(tx: Tx, batch: MovementBatch): Promise<Proved> {
    const client = await this.clients.find(tx, batch.clientId);
    if (client?.state !== 'active') return { fault: 'client_blocked' };
    const { token, bodySealed, arrivedAt } = batch;
    if (!token || !bodySealed || !arrivedAt) return { fault: 'not_signed' };
    const call = { audience: this.config.apiUrl, at: arrivedAt };
    const claims = await claimsOf(token, client, { ...call, toleranceSeconds: TOLERANCE_SECONDS });
    const body = await this.opened(tx, batch.id, bodySealed);
    const digest = body && createHash('sha256').update(body).digest('hex');
    if (!body || claims?.body_sha256 !== digest) return { fault: 'signature_invalid' };
    const { id: clientId, programmeCode } = client;
    return { clientId, programmeCode, lines: this.linesOf(body, client, batch) };
  }

  /** The items that this client may say; what the receipt rejected proves nothing. */
  private linesOf(body: Buffer, client: BorderClient, { receivedAt }: MovementBatch): Set<string> {
    const items = itemsOf(body);
    const read = items.ok ? items.value.map((i) => checkedItem(i, client, receivedAt)) : [];
    return new Set(read.flatMap((r) => ('item' in r ? [this.lineOf(r.item)] : [])));
  }

  private lineOf({ document, ...item }: MovementItem): string {
    return factsLine({
      ...{ recordId: item.recordId, kind: item.kind, portCode: item.port },
      happenedAt: Temporal.Instant.from(item.happenedAt),
      authorisedUntil: dayOrNull(item.authorisedUntil),
      documentState: stateOf(document.issuingState)!,
      documentToken: this.persons.documentToken(document.issuingState, document.number),
    });
  }

  private async opened(tx: Tx, batchId: string, sealed: Buffer): Promise<Buffer | null> {
    try {
      return bytesOf(await this.vault.open(tx, batchId, bodyPlace(batchId), sealed));
    } catch {
      // Forged or erased. If it was the database, the transaction is lost and tried again.
      return null;
    }
  }
}
