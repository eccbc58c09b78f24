import { CaseQueries, Cases, type CaseView } from '#application';
import { Bonds, type Bond } from '#bond-escrow';
import type { PlainDate } from '#kernel';
import type { Tx } from '#platform';
import { Programmes } from '#programme';
import { Freezes } from '#refund';
import { areComplete, completeEverywhere, Feeds } from '#travel';
import { Injectable } from '@nestjs/common';
import type { SilenceFacts } from '../domain/decide-silence.ts';

interface Complete {
  readonly programmeCode: string;
  /** The last day of which every listed port's records are in. */
  readonly through: PlainDate;
}

/** What both questions are about, locked in the order case, bond. */
interface SilentStay {
  readonly theCase: CaseView;
  readonly bond: Bond | null;
  readonly facts: Pick<SilenceFacts, 'now' | 'isFrozen' | 'zones' | 'areComplete'>;
}

/** What is known of those of whom there is no record. */
@Injectable()
export class SilentStays {
  constructor(
    private readonly programmes: Programmes,
    private readonly feeds: Feeds,
    private readonly cases: Cases,
    private readonly views: CaseQueries,
    private readonly bonds: Bonds,
    private readonly freezes: Freezes,
  ) {}

  /** How far each programme's records go. What was decided meanwhile is looked at no more. */
  async completeByProgramme(tx: Tx): Promise<Complete[]> {
    const wishes: Complete[] = [];
    for (const { code: programmeCode } of await this.programmes.all(tx)) {
      const through = completeEverywhere(await this.feeds.ofProgramme(tx, programmeCode));
      if (!through) continue;
      await this.cases.stopLooking(tx, programmeCode, through);
      wishes.push({ programmeCode, through });
    }
    return wishes;
  }

  /** A due stay with all that decides about it. */
  async lock(tx: Tx, caseId: string): Promise<SilentStay> {
    const [row, bond] = await Promise.all([
      this.cases.lock(tx, caseId),
      this.bonds.lockOfCase(tx, caseId),
    ]);
    const [theCase, ports, frozenBy] = await Promise.all([
      this.views.view(tx, row),
      this.feeds.ofProgramme(tx, row.programmeCode),
      bond ? this.freezes.stopping(tx, 'ask_for_proof', { ownerId: bond.id }) : null,
    ]);
    const zones = [...new Set(ports.map((port) => port.zone))];
    const complete: SilenceFacts['areComplete'] = (from, to) => areComplete(ports, from, to);
    const facts = { now: tx.now, isFrozen: frozenBy !== null, zones, areComplete: complete };
    return { theCase, bond, facts };
  }
}
