import { createHash } from 'node:crypto';
import { AuditLog } from '#audit';
import { Identity } from '#identity';
import { dayIn, isBefore, ok, refused, type Result } from '#kernel';
import { Papers } from '#notification';
import { actorIdOf, newId, type Tx } from '#platform';
import { Programmes } from '#programme';
import { Injectable } from '@nestjs/common';
import type { Bond } from '../bond/bond.entity.ts';
import { BondStore } from '../bond/bond.store.ts';
import { postingClockOf } from '../bond/posting-clock.queries.ts';
import { isToPost } from '../domain/bond.lifecycle.ts';
import {
  isSameName,
  UNDERTAKING_VERSION,
  undertakingText,
  type UndertakingLanguage,
  type UndertakingTerms,
} from '../domain/undertaking-text.ts';
import { bondAsked } from '../payer/bond-asked.queries.ts';
import { Payers } from '../payer/payers.service.ts';
import type { Undertaking } from './undertaking.entity.ts';
import { UndertakingStore } from './undertaking.store.ts';

export interface UndertakingShown {
  readonly version: string;
  readonly text: string;
  /** Of the text, in hex: the form carries it, so that what is signed is what was shown. */
  readonly textSha256: string;
}

export interface Contract {
  readonly payerName: string;
  readonly texts: Readonly<Record<UndertakingLanguage, UndertakingShown>>;
}

export interface Signing {
  readonly bondId: string;
  /** What the payer typed. */
  readonly signerName: string;
  readonly language: UndertakingLanguage;
  readonly textSha256: string;
  /** The network address that it is signed from. */
  readonly address: string;
}

export type SignRefusal =
  | 'unknown_bond'
  | 'wrong_state'
  | 'too_late'
  | 'not_the_payer'
  | 'already_signed'
  | 'text_changed'
  | 'name_differs';

export interface SignedCopy extends UndertakingShown {
  /** Also the subject of its paper. */
  readonly id: string;
  readonly language: UndertakingLanguage;
  readonly signerName: string;
  readonly signedAt: Undertaking['signedAt'];
}

const placeOf = (row: string, column: 'text_sealed' | 'signer_name_sealed' | 'address_sealed') => ({
  table: 'undertaking',
  column,
  row,
});

/** The contract that the payer signs before paying (R10). */
@Injectable()
export class Undertakings {
  constructor(
    private readonly store: UndertakingStore,
    private readonly bonds: BondStore,
    private readonly payers: Payers,
    private readonly papers: Papers,
    private readonly programmes: Programmes,
    private readonly identity: Identity,
    private readonly audit: AuditLog,
  ) {}

  /** What is to be signed, in the bond's terms; the payer's name is opened for it. */
  async contract(tx: Tx, bond: Bond): Promise<Contract> {
    const terms = await this.terms(tx, bond);
    const { payerName } = terms;
    return { payerName, texts: { en: shownIn('en', terms), fr: shownIn('fr', terms) } };
  }

  /** Keeps the exact text, who signed it, from where and when (R10). Nothing may be paid before. */
  async sign(tx: Tx, s: Signing): Promise<Result<{ undertakingId: string }, SignRefusal>> {
    const bond = (await this.bonds.lock(tx, s.bondId)) ?? (await this.bonds.find(tx, s.bondId));
    if (!bond) return refused('unknown_bond');
    const may = await this.maySign(tx, bond);
    if (!may.ok) return may;
    const { payerName, texts } = await this.contract(tx, bond);
    const shown = texts[s.language];
    if (shown.textSha256 !== s.textSha256) return refused('text_changed');
    if (!isSameName(payerName, s.signerName)) {
      return refused('name_differs', { field: 'signerName' });
    }
    const row = await this.sealed(tx, bond, s, shown);
    await this.store.insert(tx, row);
    await this.issuePaper(tx, bond, row);
    await this.audit.write(tx, {
      action: 'undertaking.signed',
      subjectKind: 'bond',
      subjectId: bond.id,
      details: { undertaking: row.id, wording: row.version, language: row.language },
    });
    return ok({ undertakingId: row.id });
  }

  isSigned(tx: Tx, bond: Bond): Promise<boolean> {
    return this.store.isSigned(tx, bond);
  }

  /** The payer's copy, opened in the trail: needs a writing transaction. Null when not signed. */
  async copy(tx: Tx, bond: Bond, purpose: string): Promise<SignedCopy | null> {
    const row = await this.store.signed(tx, bond);
    if (!row) return null;
    const subjectId = row.payerAccountId;
    const open = (column: 'text_sealed' | 'signer_name_sealed', sealed: Buffer) =>
      this.identity.open(tx, { subjectId, place: placeOf(row.id, column), sealed, purpose });
    return {
      id: row.id,
      version: row.version,
      language: row.language,
      text: await open('text_sealed', row.textSealed),
      textSha256: row.textSha256.toString('hex'),
      signerName: await open('signer_name_sealed', row.signerNameSealed),
      signedAt: row.signedAt,
    };
  }

  /** The network address it was signed from, for who must prove the signing; opened in the trail. */
  async signedFrom(tx: Tx, bond: Bond, purpose: string): Promise<string | null> {
    const row = await this.store.signed(tx, bond);
    if (!row) return null;
    const place = placeOf(row.id, 'address_sealed');
    const opening = { subjectId: row.payerAccountId, place, sealed: row.addressSealed, purpose };
    return this.identity.open(tx, opening);
  }

  /** The name under which the payer signed, for who must know the payer; opened in the trail. */
  async signerName(tx: Tx, bond: Bond, purpose: string): Promise<string | null> {
    const row = await this.store.signed(tx, bond);
    if (!row) return null;
    const place = placeOf(row.id, 'signer_name_sealed');
    const opening = { subjectId: row.payerAccountId, place, sealed: row.signerNameSealed, purpose };
    return this.identity.open(tx, opening);
  }

  /** The traveller posts unless another payer took the bond on (R11), and signs under this name. */
  private async terms(tx: Tx, bond: Bond): Promise<UndertakingTerms> {
    const asked = (await bondAsked(tx, bond.id))!;
    const programme = await this.programmes.version(
      tx,
      asked.programmeCode,
      asked.programmeVersion,
    );
    const consulate = await this.programmes.consulate(tx, asked.consulateId);
    return {
      reference: bond.reference,
      payerName: await this.payers.nameOf(tx, bond, 'undertaking'),
      amount: asked.amount,
      postBy: dayIn(bond.postBy, consulate!.timeZone),
      legalReference: programme.legalReference,
      refundPromiseDays: programme.rules.refundPromiseDays,
      replyDays: programme.rules.replyDays,
      appealDays: programme.rules.appealDays,
    };
  }

  private async maySign(tx: Tx, bond: Bond): Promise<Result<true, SignRefusal>> {
    const { state, payerAccountId } = bond;
    if (actorIdOf(tx.ctx.actor) !== payerAccountId) return refused('not_the_payer');
    if (!isToPost(state)) {
      return refused('wrong_state', { state });
    }
    const { postBy } = await postingClockOf(tx, bond);
    if (isBefore(postBy, tx.now)) return refused('too_late', { postBy: postBy.toString() });
    return (await this.isSigned(tx, bond)) ? refused('already_signed') : ok(true);
  }

  /** Its code: anybody who is shown the copy can ask whether it is real. */
  private async issuePaper(tx: Tx, bond: Bond, row: Undertaking): Promise<void> {
    const { programmeCode, consulateId } = (await bondAsked(tx, bond.id))!;
    const consulate = await this.programmes.consulate(tx, consulateId);
    await this.papers.issue(tx, {
      ...{ kind: 'undertaking', subjectId: row.id, caseId: bond.caseId, programmeCode },
      issuedOn: dayIn(tx.now, consulate!.timeZone),
    });
  }

  private async sealed(
    tx: Tx,
    bond: Bond,
    s: Signing,
    shown: UndertakingShown,
  ): Promise<Undertaking> {
    const id = newId();
    const subjectId = bond.payerAccountId;
    const seal = (column: Parameters<typeof placeOf>[1], plain: string) =>
      this.identity.seal(tx, subjectId, placeOf(id, column), plain);
    return {
      id,
      bondId: bond.id,
      version: shown.version,
      language: s.language,
      textSealed: await seal('text_sealed', shown.text),
      textSha256: sha256(shown.text),
      signerNameSealed: await seal('signer_name_sealed', s.signerName.trim()),
      addressSealed: await seal('address_sealed', s.address),
      signedAt: tx.now,
      postBy: bond.postBy,
      payerAccountId: bond.payerAccountId,
    };
  }
}

function shownIn(language: UndertakingLanguage, terms: UndertakingTerms): UndertakingShown {
  const text = undertakingText(terms, language);
  return { version: UNDERTAKING_VERSION, text, textSha256: sha256(text).toString('hex') };
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
