import { randomInt } from 'node:crypto';
import { BASE32, inFours, ok, type PlainDate, type Result } from '#kernel';
import { newId, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { DRAWN_SIGNS, paperCode, readPaperCode, type MistypedCode } from '../domain/paper-code.ts';
import type { PaperKind } from '../domain/papers.ts';
import { PaperStore, type NamedPaper } from './paper.store.ts';

export interface NewPaper {
  readonly kind: PaperKind;
  /** The bond that is asked for or was received, the ruling, or the undertaking. */
  readonly subjectId: string;
  readonly caseId: string;
  readonly programmeCode: string;
  /** The date that stands on it. */
  readonly issuedOn: PlainDate;
}

/** Codes by which anybody can ask whether a paper is real. */
@Injectable()
export class Papers {
  constructor(private readonly store: PaperStore) {}

  /** In the transaction that makes the paper true. Its code as it stands on the paper. */
  async issue(tx: Tx, paper: NewPaper): Promise<string> {
    const code = paperCode(Array.from({ length: DRAWN_SIGNS }, () => randomInt(BASE32.length)));
    await this.store.insert(tx, { id: newId(), code, ...paper });
    return inFours(code);
  }

  /** The code as it stands on the paper; null for one from before there were codes. */
  async codeOf(tx: Tx, kind: PaperKind, subjectId: string): Promise<string | null> {
    const code = await this.store.latest(tx, kind, subjectId);
    return code && inFours(code);
  }

  /** What was typed is no code, or names a paper of ours, or none (null). */
  async named(tx: Tx, typed: string): Promise<Result<NamedPaper | null, MistypedCode>> {
    const code = readPaperCode(typed);
    return code.ok ? ok(await this.store.named(tx, code.value)) : code;
  }
}
