import { Identity, Persons } from '#identity';
import { Database, newId, systemCtx, type Swept, type SweepParts, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { candidatesOf, type Likely } from '../domain/score-candidate.ts';
import { numberVariants, personVariants, type Likeness, type Variant } from '../domain/variants.ts';
import type { Movement } from '../movements/movement.entity.ts';
import { MovementStore } from '../movements/movement.store.ts';
import { CandidateStore, type Unmatched } from './candidate.store.ts';
import type { MovementCandidate } from './movement-candidate.entity.ts';
import { RecordReading, type RecordDetails } from './record-details.service.ts';

const CTX = systemCtx('movements.find');
// Each has up to 759 tokens, and all of a page are looked up at once.
const PAGE = 20;

/** Tokens by which one record may be somebody's, and what each would mean. */
interface Probe {
  readonly movementId: string;
  readonly namesWereGiven: boolean;
  readonly documents: ReadonlyMap<string, readonly Likeness[]>;
  readonly persons: ReadonlyMap<string, readonly Likeness[]>;
}

/**
 * Looks for those whom a record may mean that named nobody's document: by the tokens of what is one
 * slip away. Whoever is found is shown to an officer; nobody is ever taken for it by a rule (R32).
 */
@Injectable()
export class Matching implements Swept {
  constructor(
    private readonly database: Database,
    private readonly movements: MovementStore,
    private readonly candidates: CandidateStore,
    private readonly records: RecordReading,
    private readonly persons: Persons,
    private readonly identity: Identity,
  ) {}

  sweepParts(): SweepParts {
    return { 'records without a traveller, unsearched': () => this.sweep() };
  }

  /** Of a batch, what is without a traveller. May be repeated: each record is looked at once. */
  async findOfBatch(batchId: string): Promise<void> {
    await this.search(
      await this.database.read(CTX, (tx) => this.candidates.unmatchedOf(tx, batchId)),
    );
  }

  /**
   * A document was confirmed: records that name it almost, or name its holder, are looked at again. An
   * exact match is found by whoever matches.
   */
  async findForDocument(documentId: string): Promise<void> {
    // In a writing transaction: that the document was opened is in the trail.
    const waiting = await this.database.write(CTX, async (tx) => {
      const document = await this.identity.document(tx, documentId, 'movement_matching');
      const { issuingState, number } = document;
      const personId = await this.persons.holderOf(tx, documentId);
      const person = await this.identity.person(tx, personId, 'movement_matching');
      return this.candidates.waitingFor(tx, {
        documents: [...this.documentTokens({ issuingState, number }).keys()].map(fromHex),
        persons: [...this.personTokens({ document, traveller: person }).keys()].map(fromHex),
      });
    });
    await this.search(waiting);
  }

  private async sweep(): Promise<void> {
    await this.search(await this.database.read(CTX, (tx) => this.candidates.unsearched(tx)));
  }

  /** Batch by batch, since what was signed of each is opened once. */
  private async search(waiting: readonly Unmatched[]): Promise<void> {
    for (const batchId of new Set(waiting.map((one) => one.batchId))) {
      const ofBatch = waiting.filter((one) => one.batchId === batchId);
      const details = batchId
        ? await this.database.read(CTX, (tx) => this.records.ofBatch(tx, batchId))
        : null;
      for (let i = 0; i < ofBatch.length; i += PAGE) {
        const ids = ofBatch.slice(i, i + PAGE).map((one) => one.id);
        await this.database.write(CTX, (tx) => this.searchPage(tx, ids, details));
      }
    }
  }

  private async searchPage(
    tx: Tx,
    ids: readonly string[],
    details: ReadonlyMap<string, RecordDetails> | null,
  ): Promise<void> {
    const rows = await this.movements.lockUnmatched(tx, ids);
    const probes: Probe[] = [];
    for (const row of rows) {
      const said = details ? details.get(row.recordId) : await this.records.ofImported(tx, row);
      if (said) probes.push(this.probeOf(row, said));
    }
    const found = await this.persons.likelyHolders(tx, {
      documents: probes.flatMap((p) => [...p.documents.keys()].map(fromHex)),
      persons: probes.flatMap((p) => [...p.persons.keys()].map(fromHex)),
    });
    const candidates = probes.flatMap((probe) => {
      const likely = found.flatMap(({ token, personId, documentId }): Likely[] => {
        const key = token.toString('hex');
        const likenesses = probe.documents.get(key) ?? probe.persons.get(key);
        return likenesses ? [{ personId, documentId, likenesses }] : [];
      });
      return candidatesOf(likely, probe.namesWereGiven).map((c) => rowOf(tx, probe.movementId, c));
    });
    await this.candidates.add(tx, candidates);
    await this.candidates.searched(tx, ids);
  }

  private probeOf({ id }: Movement, said: RecordDetails): Probe {
    return {
      ...{ movementId: id, namesWereGiven: Boolean(said.traveller) },
      documents: this.documentTokens(said.document),
      persons: said.traveller ? this.personTokens(said) : new Map(),
    };
  }

  private documentTokens({ issuingState, number }: RecordDetails['document']) {
    const inZone = number.toUpperCase().replace(/[^A-Z0-9]/g, '');
    return byToken(numberVariants(inZone), (v) => this.persons.documentToken(issuingState, v));
  }

  private personTokens({ document, traveller }: RecordDetails) {
    const nationality = document.issuingState;
    return byToken(personVariants(traveller!), (v) =>
      this.persons.personToken({ ...v, nationality }),
    );
  }
}

/** By token, in hex, so that they can be looked up; of what is one to the token, the first counts. */
function byToken<T>(
  variants: readonly Variant<T>[],
  tokenOf: (value: T) => Buffer,
): ReadonlyMap<string, readonly Likeness[]> {
  const found = new Map<string, readonly Likeness[]>();
  for (const { value, why } of variants) {
    const token = tokenOf(value).toString('hex');
    if (!found.has(token)) found.set(token, why);
  }
  return found;
}

const fromHex = (text: string) => Buffer.from(text, 'hex');

const rowOf = (
  tx: Tx,
  movementId: string,
  { personId, documentId, likenesses, score }: ReturnType<typeof candidatesOf>[number],
): MovementCandidate => ({
  ...{ id: newId(), movementId, personId, documentId, likenesses: [...likenesses], score },
  ...{ foundAt: tx.now, state: 'open', stateSince: tx.now, version: 1 },
  ...{ reasonCode: null, proposedBy: null, decidedBy: null },
});
