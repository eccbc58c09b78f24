import { Injectable } from '@nestjs/common';
import { CaseQueries, type InformationStanding } from '#application';
import { BreachReading, type BreachSummary } from '#breach';
import type { BondView } from '#bond-escrow';
import type { EvidenceRequest, EvidenceView, JourneyNote, StayFactView } from '#departure';
import { actorIdOf, type Tx } from '#platform';
import { portsOn, Programmes, type ListedPort } from '#programme';
import { RefundQueries, type TrackedWay } from '#refund';
import { dayIn, type Instant, type PlainDate } from '#kernel';
import type { OwnCase } from '../own/own-cases.service.ts';
import type { WhoPays } from '../payer/payer-panel.page.tsx';
import { WhoPaysBonds } from '../payer/who-pays.service.ts';
import { payingOf } from '../bond/paying.ts';
import { isStoppedByDispute } from './dispute.ts';
import { historyOf, type HistoryItem } from './history.ts';
import { type BesideTheBond, MoneyBeside } from './money-beside.service.ts';
import { refusalOf, type Refusal } from './refusal.ts';
import { Reported } from './reported.service.ts';
import { situationOf, type Situation } from './situation.ts';

export interface Tracked extends OwnCase, BesideTheBond {
  readonly situation: Situation;
  readonly bond: BondView | null;
  /** Who pays it; null without a bond. */
  readonly who: WhoPays | null;
  /** Whether the applicant signs, pays and is refunded. */
  readonly isPayer: boolean;
  readonly refund: TrackedWay | null;
  /** What is asked of the traveller who has no departure record; null when nothing is. */
  readonly evidence: EvidenceRequest | null;
  /** The file of a suspected breach; null without one. */
  readonly breach: BreachSummary | null;
  /** Money beyond the bond that goes back. */
  readonly surpluses: readonly TrackedWay[];
  /** The newest proof of a departure that was begun or sent. */
  readonly newest: EvidenceView | null;
  /** Whether a departure may be reported now. */
  readonly mayReport: boolean;
  /** The newest request for a longer stay, and whether another may be made. */
  readonly extension: { readonly newest: StayFactView | null; readonly mayAsk: boolean };
  /** What an officer asked last before deciding; null when nothing was. */
  readonly information: InformationStanding | null;
  readonly ports: readonly ListedPort[];
  /** What the border has recorded of the journey, and what follows. */
  readonly journey: readonly JourneyLine[];
  readonly history: readonly HistoryItem[];
  /** Why the visa was refused; null unless it was. */
  readonly refusal: Refusal | null;
  /** Legal day in the consulate's zone. */
  readonly today: PlainDate;
  readonly now: Instant;
}

/** A note with its port as the programme calls it. */
export type JourneyLine = JourneyNote & { readonly port: string };

const portName = (ports: readonly ListedPort[], code: string) =>
  ports.find((port) => port.code === code)?.name ?? code;

/** Everything that the page of a submitted case shows, read at one moment. */
@Injectable()
export class Tracking {
  constructor(
    private readonly cases: CaseQueries,
    private readonly bonds: WhoPaysBonds,
    private readonly refunds: RefundQueries,
    private readonly programmes: Programmes,
    private readonly beside: MoneyBeside,
    private readonly breaches: BreachReading,
    private readonly reported: Reported,
  ) {}

  async of(tx: Tx, own: OwnCase): Promise<Tracked> {
    const { row, consulate } = own;
    const found = await this.bonds.ofCase(tx, row.id);
    const { bond, who } = found ?? { bond: null, who: null };
    const isPayer = bond?.bond.payerAccountId === row.applicantAccountId || bond === null;
    const isAsked = bond?.bond.state === 'evidence_requested';
    const proof = await this.reported.of(tx, row);
    const evidence = isAsked ? proof.request : null;
    const refund = await this.refunds.tracker(tx, row.id);
    const breach = bond && (await this.breaches.summary(tx, bond.bond));
    const steps = await this.cases.history(tx, row.id);
    const beside = await this.beside.of(tx, bond);
    const today = dayIn(tx.now, consulate.timeZone);
    const ports = await this.programmes.ports(tx, row.programmeCode);
    return {
      ...own,
      ...{ bond, who, isPayer },
      refund,
      evidence,
      breach,
      ...{ newest: proof.newest, mayReport: proof.mayReport },
      extension: proof.extension,
      information: proof.information,
      journey: proof.journey.map((note) => ({ ...note, port: portName(ports, note.portCode) })),
      ...beside,
      surpluses: await this.refunds.surpluses(tx, row.id),
      ports: portsOn(ports, today),
      ...{ today, now: tx.now },
      situation: situationOf({
        caseState: row.state,
        bondState: bond?.bond.state ?? null,
        isSigned: bond?.signedAt !== null,
        isPayer,
        asked: who?.asked?.invitation.state === 'sent' ? 'waits' : null,
        paying: (bond && payingOf(bond)?.kind) ?? null,
        isDisputed: bond !== null && isStoppedByDispute(beside.dispute, bond.bond, tx.now),
        isEvidenceSent: Boolean(evidence?.answeredAt) || proof.newest?.status === 'being_checked',
        breach: breach?.standing ?? null,
        refund: refund && { next: refund.next, isReturned: refund.returnedOn !== null },
      }),
      refusal: refusalOf(steps),
      history: historyOf({
        openedAt: row.openedAt,
        case: steps,
        signedAt: (isPayer && bond?.signedAt) || null,
        departedOn: row.visa?.departedOn ?? null,
        bond: found?.history ?? [],
        refund: refund ? await this.refunds.stepsOf(tx, row.id) : [],
        accountId: actorIdOf(tx.ctx.actor) ?? '',
      }),
    };
  }
}
