import { Persons, stateOf } from '#identity';
import { Temporal } from '#kernel';
import { Vault, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { bodyPlace, bytesOf, checkedItem, dayOrNull, itemsOf } from './batch-body.ts';
import type { BorderClient } from '../clients/border-client.entity.ts';
import { BorderClientStore } from '../clients/border-clients.store.ts';
import { CallProofs } from '../clients/call-proofs.service.ts';
import { factsLine, faultOf, type BatchProof, type ProofFault } from '../domain/proof.ts';
import { isOfTwoPeople } from '../domain/decide-import.ts';
import { MovementImportStore } from '../import/movement-import.store.ts';
import type { MovementItem } from './movement-item.ts';
import type { Movement, MovementBatch } from './movement.entity.ts';
import { MovementStore } from './movement.store.ts';

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
    private readonly imports: MovementImportStore,
    private readonly persons: Persons,
    private readonly vault: Vault,
    private readonly calls: CallProofs,
  ) {}

  /**
   * Null when the record is what a client in good standing signed when it was received, or what two
   * people stand behind.
   */
  async faultOf(tx: Tx, movement: Movement, seen: ProofsSeen): Promise<ProofFault | null> {
    const { batchId, importId } = movement;
    if (!batchId) return this.faultOfImport(tx, importId);
    const known = seen.get(batchId);
    const proof = known ?? (await this.prove(tx, await this.store.batch(tx, batchId)));
    seen.set(batchId, proof);
    return faultOf(movement, proof);
  }

  /** The database lets nobody make it a record before; it is not believed blindly either. */
  private async faultOfImport(tx: Tx, importId: string | null): Promise<ProofFault | null> {
    const sent = importId && (await this.imports.find(tx, importId));
    return sent && isOfTwoPeople(sent) ? null : 'not_confirmed';
  }

  async programmeOf(tx: Tx, movement: Movement, seen: ProofsSeen): Promise<string> {
    const { batchId, clientId, programmeCode } = movement;
    if (programmeCode !== null) return programmeCode;
    const code =
      seen.get(batchId!)?.programmeCode ?? (await this.clients.find(tx, clientId!))?.programmeCode;
    if (code === undefined) throw new Error('a record of no border system');
    return code;
  }

  private async prove(tx: Tx, batch: MovementBatch): Promise<Proved> {
    const { bodySealed } = batch;
    const bodyOf = bodySealed && (() => this.opened(tx, batch.id, bodySealed));
    const proof = await this.calls.of(tx, batch, bodyOf);
    if ('fault' in proof) return proof;
    const { id: clientId, programmeCode } = proof.client;
    return { clientId, programmeCode, lines: this.linesOf(proof.body, proof.client, batch) };
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
      corrects: item.corrects ?? null,
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
