import { AuditLog } from '#audit';
import { ok, refused, type Result } from '#kernel';
import { newId, personOf, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { mayAddKey } from '../domain/border-key.lifecycle.ts';
import {
  mayAnswerProposal,
  type BorderProposalEvent,
} from '../domain/border-proposal.lifecycle.ts';
import { BorderClientStore } from './border-clients.store.ts';
import type { BorderProposal } from './border-proposal.entity.ts';
import { BorderProposalStore } from './border-proposal.store.ts';
import { readPublicKey, type KeyFault, type NamedKey } from './public-key.ts';
import { ReportingPlaces, type PlaceRefusal } from './reporting-places.service.ts';

export interface ClientWish {
  readonly name: string;
  readonly programmeCode: string;
  readonly ports: readonly string[];
  /** The public half, as a JWK or PEM. */
  readonly key: string;
}

type NewKeyRefusal = KeyFault | 'key_in_use';
type ProposeClientRefusal = NewKeyRefusal | PlaceRefusal;
type ProposeKeyRefusal =
  NewKeyRefusal | 'unknown_client' | 'client_blocked' | 'enough_keys' | 'already_proposed';
type AnswerProposalRefusal =
  | ('unknown_proposal' | 'wrong_state' | 'same_person')
  | ('client_blocked' | 'enough_keys' | PlaceRefusal);

type Registration = Required<{ [K in 'name' | 'programmeCode' | 'ports']: BorderProposal[K] }>;

/**
 * How a border system is let in, or gets its next key: one administrator proposes, another confirms.
 * What it reports may return bonds by itself (R15), so one person opens no door.
 */
@Injectable()
export class BorderProposals {
  constructor(
    private readonly store: BorderProposalStore,
    private readonly clients: BorderClientStore,
    private readonly places: ReportingPlaces,
    private readonly audit: AuditLog,
  ) {}

  find(tx: Tx, id: string): Promise<BorderProposal | null> {
    return this.store.find(tx, id);
  }

  waiting(tx: Tx): Promise<BorderProposal[]> {
    return this.store.waiting(tx);
  }

  async proposeClient(
    tx: Tx,
    { name, programmeCode, ports, key: typed }: ClientWish,
  ): Promise<Result<{ id: string }, ProposeClientRefusal>> {
    const key = await this.newKey(tx, typed);
    if (!key.ok) return key;
    const place = await this.places.mayReportFrom(tx, programmeCode, ports);
    if (!place.ok) return place;
    const registration = { name, programmeCode, ports: [...new Set(ports)] };
    return ok(await this.add(tx, newId(), key.value, registration));
  }

  /** One more key, accepted beside the old one until that is retired. */
  async proposeKey(
    tx: Tx,
    wish: { readonly clientId: string; readonly key: string },
  ): Promise<Result<{ id: string }, ProposeKeyRefusal>> {
    const known = await this.clients.lockWithKeys(tx, wish.clientId);
    if (!known) return refused('unknown_client');
    const may = mayAddKey(known.client, known.keys);
    if (!may.ok) return may;
    if (await this.store.proposedFor(tx, wish.clientId)) return refused('already_proposed');
    const key = await this.newKey(tx, wish.key);
    return key.ok ? ok(await this.add(tx, wish.clientId, key.value, null)) : key;
  }

  /** The second person agrees: from now on calls that the key signs are taken. */
  async confirm(tx: Tx, id: string): Promise<Result<{ clientId: string }, AnswerProposalRefusal>> {
    const found = await this.onDesk(tx, id, 'confirmed');
    if (!found.ok) return found;
    const proposal = found.value;
    const may = await this.mayOpen(tx, proposal);
    if (!may.ok) return may;
    await this.answer(tx, proposal, 'confirmed');
    const { clientId, kid, publicJwk, name, programmeCode, ports } = proposal;
    const key = { id: newId(), kid, publicJwk };
    if (proposal.kind === 'add_key') await this.clients.addKey(tx, clientId, key);
    else {
      const place = { name: name!, programmeCode: programmeCode!, ports: ports! };
      const client = { id: clientId, ...place, state: 'active' as const, createdAt: tx.now };
      await this.clients.add(tx, client, key);
    }
    return ok({ clientId });
  }

  /** The second person does not agree, or the first takes it back: nothing is opened. */
  async decline(tx: Tx, id: string): Promise<Result<null, AnswerProposalRefusal>> {
    const found = await this.onDesk(tx, id, 'declined');
    if (!found.ok) return found;
    await this.answer(tx, found.value, 'declined');
    return ok(null);
  }

  /** Whether it can still be carried out: the world may have moved since it was proposed. */
  private async mayOpen(
    tx: Tx,
    { kind, clientId, programmeCode, ports }: BorderProposal,
  ): Promise<Result<true, AnswerProposalRefusal>> {
    if (kind === 'register') return this.places.mayReportFrom(tx, programmeCode!, ports!);
    const known = await this.clients.lockWithKeys(tx, clientId);
    return known ? mayAddKey(known.client, known.keys) : refused('client_blocked');
  }

  private async newKey(tx: Tx, typed: string): Promise<Result<NamedKey, NewKeyRefusal>> {
    const key = await readPublicKey(typed);
    if (!key.ok) return key;
    return (await this.clients.isKnownKey(tx, key.value.kid)) ? refused('key_in_use') : key;
  }

  private async add(
    tx: Tx,
    clientId: string,
    key: NamedKey,
    registration: Registration | null,
  ): Promise<{ id: string }> {
    const proposal: BorderProposal = {
      ...{ id: newId(), kind: registration ? 'register' : 'add_key', clientId, ...key },
      ...(registration ?? { name: null, programmeCode: null, ports: null }),
      ...{ state: 'proposed', proposedBy: personOf(tx), proposedAt: tx.now },
      ...{ decidedBy: null, decidedAt: null },
    };
    await this.store.insert(tx, proposal);
    await this.note(tx, proposal, 'proposed');
    return { id: proposal.id };
  }

  private async onDesk(
    tx: Tx,
    id: string,
    event: BorderProposalEvent,
  ): Promise<Result<BorderProposal, AnswerProposalRefusal>> {
    const proposal = await this.store.lock(tx, id);
    if (!proposal) return refused('unknown_proposal');
    const may = mayAnswerProposal(proposal, event, personOf(tx));
    return may.ok ? ok(proposal) : may;
  }

  private async answer(tx: Tx, proposal: BorderProposal, event: BorderProposalEvent) {
    await this.store.answer(tx, proposal.id, event, personOf(tx));
    await this.note(tx, proposal, event);
  }

  private note(tx: Tx, p: BorderProposal, what: 'proposed' | BorderProposalEvent): Promise<void> {
    const action = `border_client.${p.kind === 'register' ? 'registration' : 'key'}_${what}`;
    const subject = { subjectKind: 'border_client', subjectId: p.clientId };
    return this.audit.write(tx, { action, ...subject, details: { proposal: p.id, kid: p.kid } });
  }
}
