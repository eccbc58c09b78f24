import { Cases, type CaseRow } from '#application';
import { Bonds, DirectionQueries, type Bond } from '#bond-escrow';
import { dayIn } from '#kernel';
import { Papers } from '#notification';
import { type Tx } from '#platform';
import { Programmes, type Rules } from '#programme';
import { Injectable } from '@nestjs/common';
import { appealDeadline } from '../domain/deadlines.ts';
import type { ReplyWindow } from '../domain/reply.ts';
import type { BreachFile } from './breach-file.entity.ts';
import { BreachFileStore } from './breach-file.store.ts';

/** A file with the case and the bond that it is about, the case locked first. */
export interface LockedFile {
  readonly theCase: CaseRow;
  /** Locked where this process may change it as it stands. */
  readonly bond: Bond;
  readonly file: BreachFile;
}

/** Finds a file and what it is about, and by which rules its clocks run. */
@Injectable()
export class BreachFiles {
  constructor(
    private readonly store: BreachFileStore,
    private readonly cases: Cases,
    private readonly bonds: Bonds,
    private readonly directions: DirectionQueries,
    private readonly programmes: Programmes,
    private readonly papers: Papers,
  ) {}

  /** Null where there is no such file. The case's lock makes everybody else wait. */
  async lock(tx: Tx, fileId: string): Promise<LockedFile | null> {
    const found = await this.store.find(tx, fileId);
    if (!found) return null;
    const theCase = await this.cases.lock(tx, found.caseId);
    const locked = await this.bonds.lock(tx, found.bondId);
    const bond = locked ?? (await this.bonds.find(tx, found.bondId))!;
    const file = (await this.store.lock(tx, fileId)) ?? (await this.store.find(tx, fileId))!;
    return { theCase, bond, file };
  }

  async clocks(tx: Tx, theCase: CaseRow): Promise<{ zone: string; rules: Rules }> {
    const [{ rules }, consulate] = await Promise.all([
      this.programmes.version(tx, theCase.programmeCode, theCase.programmeVersion),
      this.programmes.consulate(tx, theCase.consulateId),
    ]);
    if (!consulate) throw new Error('a case without its consulate');
    return { rules, zone: consulate.timeZone };
  }

  /** The decision reaches the payer: from now on the window to appeal runs (R22). */
  async serve(tx: Tx, theCase: CaseRow, file: BreachFile, byPost: boolean): Promise<void> {
    const { zone, rules } = await this.clocks(tx, theCase);
    const appealBy = appealDeadline(tx.now, zone, rules, byPost);
    await this.store.serve(tx, file.id, { servedAt: tx.now, byPost, appealBy });
  }

  /** What was decided is a letter from now on, and has the code by which it can be checked. */
  async letter(tx: Tx, theCase: CaseRow, rulingId: string): Promise<void> {
    const { zone } = await this.clocks(tx, theCase);
    await this.papers.issue(tx, {
      ...{ kind: 'decision', subjectId: rulingId, caseId: theCase.id },
      ...{ programmeCode: theCase.programmeCode, issuedOn: dayIn(tx.now, zone) },
    });
  }

  async window(tx: Tx, { bond, file }: Pick<LockedFile, 'bond' | 'file'>): Promise<ReplyWindow> {
    const questions = await this.store.questions(tx, file.id);
    const isPaused = questions.some((q) => q.answeredAt === null);
    return { bondState: bond.state, replyBy: file.replyBy, isPaused, now: tx.now };
  }

  /** Whether a person proposed or approved what the bond asks (R19). */
  async hasSetTheBond(tx: Tx, caseId: string, personId: string): Promise<boolean> {
    return (await this.directions.setters(tx, caseId)).has(personId);
  }
}
