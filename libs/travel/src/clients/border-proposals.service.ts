import { AuditLog } from '#audit';
import { ok, refused, type Result } from '#kernel';
import { Config, newId, personOf, type Tx } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import { readCallbackAddress, type AddressFault } from '../domain/callback-address.ts';
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

type ProposeCallbackRefusal =
  AddressFault | 'unknown_client' | 'client_blocked' | 'already_proposed';

/** What one proposal is about; the rest of its columns stay empty. */
type Wish = Pick<BorderProposal, 'kind' | 'clientId'> &
  Partial<
    Pick<BorderProposal, 'name' | 'programmeCode' | 'ports' | 'kid' | 'publicJwk' | 'callbackUrl'>
  >;

/**
 * How a border system is let in, gets its next key or an address to be told at: one administrator proposes, another confirms.
 * What it reports may return bonds by itself (R15), so one person opens no door.
 */
@Injectable()
export class BorderProposals {
  constructor(
    private readonly store: BorderProposalStore,
    private readonly clients: BorderClientStore,
    private readonly places: ReportingPlaces,
    private readonly audit: AuditLog,
    @Inject(Config) private readonly config: Pick<Config, 'mode'>,
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
    return ok(
      await this.add(tx, { kind: 'register', clientId: newId(), ...registration, ...key.value }),
    );
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
    if (!key.ok) return key;
    return ok(await this.add(tx, { kind: 'add_key', clientId: wish.clientId, ...key.value }));
  }

  /** Where it is told what became of its batches, instead of the address of before. */
  async proposeCallback(
    tx: Tx,
    { clientId, address }: { readonly clientId: string; readonly address: string },
  ): Promise<Result<{ id: string }, ProposeCallbackRefusal>> {
    const known = await this.clients.lockWithKeys(tx, clientId);
    if (!known) return refused('unknown_client');
    if (known.client.state !== 'active') return refused('client_blocked');
    if (await this.store.proposedFor(tx, clientId)) return refused('already_proposed');
    const url = readCallbackAddress(address, { isLocal: this.config.mode !== 'production' });
    if (!url.ok) return url;
    return ok(await this.add(tx, { kind: 'set_callback', clientId, callbackUrl: url.value }));
  }

  /** The second person agrees: from now on the key signs, or the address is told. */
  async confirm(tx: Tx, id: string): Promise<Result<{ clientId: string }, AnswerProposalRefusal>> {
    const found = await this.onDesk(tx, id, 'confirmed');
    if (!found.ok) return found;
    const proposal = found.value;
    const may = await this.mayOpen(tx, proposal);
    if (!may.ok) return may;
    await this.answer(tx, proposal, 'confirmed');
    await this.carryOut(tx, proposal);
    return ok({ clientId: proposal.clientId });
  }

  private async carryOut(tx: Tx, proposal: BorderProposal): Promise<void> {
    const { kind, clientId, callbackUrl, name, programmeCode, ports } = proposal;
    if (kind === 'set_callback') return this.clients.setCallback(tx, clientId, callbackUrl);
    const key = { id: newId(), kid: proposal.kid!, publicJwk: proposal.publicJwk! };
    if (kind === 'add_key') return this.clients.addKey(tx, clientId, key);
    const place = { name: name!, programmeCode: programmeCode!, ports: ports! };
    const isNew = { state: 'active' as const, callbackUrl: null, createdAt: tx.now };
    await this.clients.add(tx, { id: clientId, ...place, ...isNew }, key);
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
    if (known?.client.state !== 'active') return refused('client_blocked');
    return kind === 'set_callback' ? ok(true) : mayAddKey(known.client, known.keys);
  }

  private async newKey(tx: Tx, typed: string): Promise<Result<NamedKey, NewKeyRefusal>> {
    const key = await readPublicKey(typed);
    if (!key.ok) return key;
    return (await this.clients.isKnownKey(tx, key.value.kid)) ? refused('key_in_use') : key;
  }

  private async add(tx: Tx, wish: Wish): Promise<{ id: string }> {
    const proposal: BorderProposal = {
      ...{ id: newId(), name: null, programmeCode: null, ports: null },
      ...{ kid: null, publicJwk: null, callbackUrl: null, ...wish },
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
    const action = `border_client.${NOTED[p.kind]}_${what}`;
    const subject = { subjectKind: 'border_client', subjectId: p.clientId };
    const about = {
      ...(p.kid && { kid: p.kid }),
      ...(p.callbackUrl && { address: p.callbackUrl }),
    };
    return this.audit.write(tx, { action, ...subject, details: { proposal: p.id, ...about } });
  }
}

/** What the trail calls each kind. */
const NOTED = { register: 'registration', add_key: 'key', set_callback: 'callback' } as const;
