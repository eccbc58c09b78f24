import { Database, eachDue, systemCtx, type Swept, type SweepParts, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { CaseMoves } from '../case/case-moves.service.ts';
import { CaseStore } from '../case/visa-case.store.ts';
import { dueOf } from '../domain/information.ts';
import { InformationRequestStore, type DueRequest } from './information-request.store.ts';

const BATCH = 200;
const CTX = systemCtx('sweep.information');

/** Reminds applicants of what is asked, and gives the case back to its officer when no answer comes. */
@Injectable()
export class InformationSweep implements Swept {
  constructor(
    private readonly database: Database,
    private readonly store: InformationRequestStore,
    private readonly cases: CaseStore,
    private readonly moves: CaseMoves,
  ) {}

  sweepParts(): SweepParts {
    return { 'requests for information': () => this.sweep() };
  }

  /** Returns how many had something due. */
  sweep(): Promise<number> {
    return eachDue<DueRequest>({
      batch: BATCH,
      find: (after) => this.database.read(CTX, (tx) => this.store.due(tx, BATCH, after)),
      one: ({ caseId }) => this.database.write(CTX, (tx) => this.one(tx, caseId)),
    });
  }

  /** Silence refuses nothing: it says that it is the officer's turn again. */
  private async one(tx: Tx, caseId: string): Promise<boolean> {
    const row = await this.cases.lock(tx, caseId);
    const open = row && (await this.store.lockOpen(tx, caseId));
    if (row?.state !== 'information_requested' || !open) return false;
    const what = dueOf(open, tx.now);
    if (what === 'nothing') return false;
    if (what === 'reminder') {
      await this.store.setDue(tx, open.id, open.answerBy);
      await this.moves.tell(tx, row, 'case_to_read');
      return true;
    }
    const ended = { endedAt: tx.now, outcome: 'not_answered', answerSealed: null } as const;
    await this.store.end(tx, caseId, ended);
    await this.moves.move(tx, row, 'information_not_given', { mail: 'case_to_read' });
    return true;
  }
}
