import { Bonds, type Bond } from '#bond-escrow';
import { money, type Instant, type Money } from '#kernel';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { BreachAppeal } from '../appeal/breach-appeal.entity.ts';
import type { Ground } from '../domain/grounds.ts';
import { isWindowOpen } from '../domain/reply.ts';
import { OPEN_RULINGS } from '../domain/ruling.lifecycle.ts';
import { standingOf, type BreachStanding } from '../domain/standing.ts';
import { groundUploads } from '../notice/breach-reply.entity.ts';
import { BreachRulingStore } from '../ruling/breach-ruling.store.ts';
import { RulingReading, type RulingView } from '../ruling/ruling-reading.service.ts';
import type { BreachFile, BreachGround } from './breach-file.entity.ts';
import { BreachFileStore } from './breach-file.store.ts';
import { BreachFiles } from './breach-files.service.ts';
import { SealedTexts } from './sealed-texts.service.ts';

interface ReplyView {
  readonly id: string;
  readonly isPayers: boolean;
  readonly sentAt: Instant;
  readonly text: string;
}
export interface GroundView {
  readonly id: string;
  readonly code: Ground;
  /** Null while no notice names it. */
  readonly facts: string | null;
  /** The newest first. */
  readonly replies: readonly ReplyView[];
  /** Files sent with them. */
  readonly uploadIds: readonly string[];
}
export interface QuestionView {
  readonly askedAt: Instant;
  readonly text: string;
  readonly answeredAt: Instant | null;
  readonly answer: string | null;
}
export interface BreachView {
  readonly file: BreachFile;
  readonly bond: Bond;
  readonly amount: Money;
  /** Payer and traveller may still reply. */
  readonly isWindowOpen: boolean;
  /** The clock stands still: an adjudicator has to answer (R31). */
  readonly isPaused: boolean;
  readonly standing: BreachStanding;
  readonly grounds: readonly GroundView[];
  readonly questions: readonly QuestionView[];
  readonly appeal: { readonly lodgedAt: Instant; readonly text: string } | null;
  /** Oldest first; the portal sees only what was carried out. */
  readonly rulings: readonly RulingView[];
}

export type BreachSummary = Pick<BreachView, 'file' | 'standing'>;

interface Standing extends Pick<BreachView, 'file' | 'bond'> {
  readonly rulings: readonly Pick<RulingView, 'kind' | 'state' | 'outcome'>[];
}

/** A file as its pages show it; what people wrote is opened, in the trail. */
@Injectable()
export class BreachReading {
  constructor(
    private readonly store: BreachFileStore,
    private readonly rulings: BreachRulingStore,
    private readonly rulingReading: RulingReading,
    private readonly files: BreachFiles,
    private readonly bonds: Bonds,
    private readonly texts: SealedTexts,
  ) {}

  /** Null where there is none that who asks may see. Needs a writing transaction. */
  async one(tx: Tx, fileId: string): Promise<BreachView | null> {
    const file = await this.store.find(tx, fileId);
    return file && this.view(tx, file);
  }

  /** The files of all its grounds, with nothing that people wrote. */
  async filesOf(
    tx: Tx,
    fileId: string,
  ): Promise<{ reference: string; uploadIds: string[] } | null> {
    const file = await this.store.find(tx, fileId);
    if (!file) return null;
    const uploadIds: string[] = [];
    for (const { id } of await this.store.grounds(tx, fileId)) {
      uploadIds.push(...(await groundUploads.ids(tx, id)));
    }
    return { reference: file.reference, uploadIds };
  }

  async ofCase(tx: Tx, caseId: string): Promise<BreachView | null> {
    const file = await this.store.ofCase(tx, caseId);
    return file && this.view(tx, file);
  }

  /** Without what people wrote, which stays shut: for a page that only says where it stands. */
  async summary(tx: Tx, bond: Bond): Promise<BreachSummary | null> {
    const file = await this.store.ofCase(tx, bond.caseId);
    if (!file) return null;
    const rulings = await this.rulings.ofFile(tx, file.id);
    return { file, standing: await this.standing(tx, { file, bond, rulings }) };
  }

  private async standing(tx: Tx, { file, bond, rulings }: Standing): Promise<BreachStanding> {
    const window = await this.files.window(tx, { bond, file });
    return standingOf({
      ...{ bondState: bond.state, isPaused: window.isPaused, isWindowOpen: isWindowOpen(window) },
      open: rulings.find((r) => OPEN_RULINGS.some((state) => state === r.state)) ?? null,
      isForfeited: isForfeited(rulings),
    });
  }

  private async view(tx: Tx, file: BreachFile): Promise<BreachView> {
    const bond = (await this.bonds.find(tx, file.bondId))!;
    const window = await this.files.window(tx, { bond, file });
    const grounds: GroundView[] = [];
    for (const ground of await this.store.grounds(tx, file.id)) {
      grounds.push(await this.ground(tx, file, ground));
    }
    const rulings: RulingView[] = [];
    for (const row of await this.rulings.ofFile(tx, file.id)) {
      rulings.push(await this.rulingReading.view(tx, file, row));
    }
    return {
      ...{ file, bond, amount: money(bond.amountMinor, bond.currency), grounds, rulings },
      ...{ isWindowOpen: isWindowOpen(window), isPaused: window.isPaused },
      standing: await this.standing(tx, { file, bond, rulings }),
      questions: await this.questions(tx, file),
      appeal: await this.appeal(tx, file),
    };
  }

  private async ground(tx: Tx, file: BreachFile, row: BreachGround): Promise<GroundView> {
    const { id, code, factsSealed } = row;
    const replies: ReplyView[] = [];
    for (const reply of await this.store.replies(tx, id)) {
      const { sentAt, accountId, textSealed } = reply;
      const column = 'breach_reply.text_sealed';
      const text = await this.texts.open(tx, file, column, reply.id, textSealed);
      replies.push({ id: reply.id, sentAt, text, isPayers: accountId === file.payerAccountId });
    }
    const column = 'breach_ground.facts_sealed';
    const facts = factsSealed && (await this.texts.open(tx, file, column, id, factsSealed));
    return { id, code, facts, replies, uploadIds: await groundUploads.ids(tx, id) };
  }

  private async questions(tx: Tx, file: BreachFile): Promise<QuestionView[]> {
    const views: QuestionView[] = [];
    for (const q of await this.store.questions(tx, file.id)) {
      const open = (column: 'text_sealed' | 'answer_sealed', sealed: Buffer) =>
        this.texts.open(tx, file, `breach_question.${column}`, q.id, sealed);
      views.push({
        ...{ askedAt: q.askedAt, answeredAt: q.answeredAt },
        text: await open('text_sealed', q.textSealed),
        answer: q.answerSealed && (await open('answer_sealed', q.answerSealed)),
      });
    }
    return views;
  }

  private async appeal(tx: Tx, file: BreachFile): Promise<BreachView['appeal']> {
    const row: BreachAppeal | null = await this.store.appeal(tx, file.id);
    if (!row) return null;
    const column = 'breach_appeal.text_sealed';
    const text = await this.texts.open(tx, file, column, file.id, row.textSealed);
    return { lodgedAt: row.lodgedAt, text };
  }
}

/** By the newest ruling that was carried out. */
function isForfeited(rulings: Standing['rulings']): boolean {
  const last = rulings.findLast((r) => r.state === 'carried_out');
  return last?.outcome === 'part' || last?.outcome === 'full' || last?.outcome === 'upheld';
}
