import { Cases, stageOf, type CaseView } from '#application';
import { Bonds, type Bond } from '#bond-escrow';
import { Database, eachDue, eachOf, systemCtx, type Tx } from '#platform';
import { RefundDecisions } from '#refund';
import { Injectable } from '@nestjs/common';
import { decideSilence, decideUnanswered } from '../domain/decide-silence.ts';
import { EvidenceRequests } from './evidence-requests.service.ts';
import { DUE_BATCH, SilenceQueries, type Due, type DueWish } from './silence.queries.ts';
import { SilentStays } from './silent-stays.service.ts';

const CTX = systemCtx('sweep.silence');

type Find = (tx: Tx, wish: DueWish) => Promise<Due[]>;
type Act = (tx: Tx, due: Due) => Promise<boolean>;

/** Draws what follows from the absence of a record, once every port says that its records are in. */
@Injectable()
export class Silence {
  constructor(
    private readonly database: Database,
    private readonly queries: SilenceQueries,
    private readonly stays: SilentStays,
    private readonly cases: Cases,
    private readonly bonds: Bonds,
    private readonly refunds: RefundDecisions,
    private readonly requests: EvidenceRequests,
  ) {}

  /** Visas that were never used return their bonds (R15b). Returns how many did. */
  unusedVisas(): Promise<number> {
    return this.sweep(
      (tx, wish) => this.queries.unused(tx, wish),
      (tx, due) => this.endUnused(tx, due),
    );
  }

  /** Travellers without a departure are asked for proof (R16). Returns how many were. */
  missingDepartures(): Promise<number> {
    return this.sweep(
      (tx, wish) => this.queries.missing(tx, wish),
      (tx, due) => this.requestEvidence(tx, due),
    );
  }

  /** Who has not answered is referred to a person (R16). Returns how many were. */
  unanswered(): Promise<number> {
    return this.sweep(
      (tx, wish) => this.queries.unanswered(tx, wish),
      (tx, due) => this.refer(tx, due),
    );
  }

  /** By programme, as far as the records of all its ports go; one that fails does not hold up the others. */
  private async sweep(find: Find, act: Act): Promise<number> {
    const wishes = await this.database.write(CTX, (tx) => this.stays.completeByProgramme(tx));
    let done = 0;
    await eachOf(wishes, async (wish) => {
      done += await eachDue<Due>({
        batch: DUE_BATCH,
        find: (after) => this.database.read(CTX, (tx) => find(tx, { ...wish, after })),
        one: (due) => this.database.write(CTX, (tx) => act(tx, due)),
      });
    });
    return done;
  }

  private async endUnused(tx: Tx, due: Due): Promise<boolean> {
    const { theCase, bond, facts } = await this.stays.lock(tx, due.caseId);
    const decided = decideSilence({ ...facts, ...ofCase(theCase, bond) });
    if (decided.kind !== 'unused') return false;
    // No record decided it, so no border system's ceiling counts it (R33).
    if (decided.returns) {
      await this.refunds.cancelByRule(tx, { theCase, bond: bond! }, decided.rule, null);
    }
    await this.cases.close(tx, theCase, 'visa_not_used');
    return true;
  }

  private async requestEvidence(tx: Tx, due: Due): Promise<boolean> {
    const { theCase, bond, facts } = await this.stays.lock(tx, due.caseId);
    const decided = decideSilence({ ...facts, ...ofCase(theCase, bond) });
    if (decided.kind !== 'request_evidence') return false;
    await this.requests.open(tx, theCase, bond!);
    return true;
  }

  private async refer(tx: Tx, due: Due): Promise<boolean> {
    const { theCase, bond, facts } = await this.stays.lock(tx, due.caseId);
    const request = bond && (await this.requests.openOf(tx, bond.id));
    if (!request) return false;
    const decided = decideUnanswered({ ...facts, bondState: bond.state, request });
    if (decided.kind !== 'refer') return false;
    await this.bonds.refer(tx, bond, decided.ground);
    await this.requests.end(tx, request, 'referred');
    await this.requests.tell(tx, theCase);
    return true;
  }
}

function ofCase({ state, visa }: CaseView, bond: Bond | null) {
  if (!visa) throw new Error('a case without a visa is not looked at');
  return { stage: stageOf(state), visa, bondState: bond?.state ?? null };
}
