import { AuditLog } from '#audit';
import { Jobs, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { ImportChecks } from './import-checks.service.ts';
import { ImportLoads } from './import-loads.service.ts';
import { ImportedMovementStore, type RecordPage } from './imported-movement.store.ts';
import type { MovementImport, MovementImportMatch } from './movement-import.entity.ts';
import { MovementImportStore, type ForeseenMatch } from './movement-import.store.ts';

/** The steps of an import that the worker takes, for whoever knows what its records mean. */
@Injectable()
export class ImportRuns {
  constructor(
    private readonly store: MovementImportStore,
    private readonly records: ImportedMovementStore,
    private readonly checks: ImportChecks,
    private readonly loads: ImportLoads,
    private readonly jobs: Jobs,
    private readonly audit: AuditLog,
  ) {}

  find(tx: Tx, importId: string): Promise<MovementImport | null> {
    return this.store.find(tx, importId);
  }

  /**
   * Opens its own transactions; goes on where an earlier try ended. False when somebody declined it in
   * between, or another worker has it.
   */
  readThrough(sent: MovementImport): Promise<boolean> {
    return this.checks.readThrough(sent);
  }

  /** The same for making records of what two people let count. */
  bringIn(sent: MovementImport): Promise<boolean> {
    return this.loads.bringIn(sent);
  }

  /** Rows of known travellers, in the order in which they happened; no more than `limit`. */
  matches(tx: Tx, importId: string, limit: number): Promise<MovementImportMatch[]> {
    return this.store.matches(tx, importId, limit);
  }

  /** Read through, with what would follow from the rows that were looked at: a second person is asked. */
  async checked(tx: Tx, importId: string, foreseen: readonly ForeseenMatch[]): Promise<void> {
    const row = await this.store.lock(tx, importId);
    if (row?.state !== 'checking') return;
    await this.store.foresee(tx, importId, foreseen);
    await this.store.move(tx, row, 'checked');
  }

  /** All of its records are there: those of known travellers go before the rules, page by page. */
  async imported(tx: Tx, importId: string): Promise<void> {
    const row = await this.store.lock(tx, importId);
    if (row?.state !== 'confirmed') return;
    await this.store.move(tx, row, 'imported');
    await this.audit.write(tx, {
      ...{
        action: 'movement_import.imported',
        subjectKind: 'movement_import',
        subjectId: importId,
      },
      details: { source: row.source, records: `${row.loaded}` },
    });
    for (const { first, last } of await this.records.pagesOf(tx, importId)) {
      await this.jobs.enqueue(tx, 'movements.assess', { importId, first, last });
    }
  }

  /** Records of one page that wait for a decision, in the order in which they happened. */
  waitingOf(tx: Tx, importId: string, page: RecordPage): Promise<string[]> {
    return this.records.waitingOf(tx, importId, page);
  }

  /** Puts jobs that must have been lost again; returns how many. */
  async takeUpLost(tx: Tx): Promise<number> {
    const ids = await this.store.lost(tx);
    for (const importId of ids) {
      await this.jobs.enqueue(tx, 'movements.import', { importId }, { singletonKey: importId });
    }
    return ids.length;
  }
}
