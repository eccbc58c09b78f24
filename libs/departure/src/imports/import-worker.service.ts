import { Database, systemCtx } from '#platform';
import { ImportRuns, type MovementImport } from '#travel';
import { Injectable } from '@nestjs/common';
import { ImportForesight } from './import-foresight.service.ts';

const CTX = systemCtx('movements.import');
/** So many rows of known travellers are looked at one by one before people decide. */
const FORESEEN_MAX = 2_000;

/** What the worker does with records that people bring in. */
@Injectable()
export class ImportWorker {
  constructor(
    private readonly database: Database,
    private readonly runs: ImportRuns,
    private readonly foresight: ImportForesight,
  ) {}

  /** Reads it through, or brings in what was confirmed. May be repeated, and begun again. */
  async run(importId: string): Promise<void> {
    const sent = await this.database.read(CTX, (tx) => this.runs.find(tx, importId));
    if (sent?.state === 'checking') await this.check(sent);
    if (sent?.state === 'confirmed' && (await this.runs.bringIn(sent))) {
      await this.database.write(CTX, (tx) => this.runs.imported(tx, importId));
    }
  }

  /** For the worker's sweep: imports whose job was lost. Returns how many it took up. */
  sweep(): Promise<number> {
    return this.database.write(CTX, (tx) => this.runs.takeUpLost(tx));
  }

  private async check(sent: MovementImport): Promise<void> {
    if (!(await this.runs.readThrough(sent))) return;
    const foreseen = await this.database.read(CTX, async (tx) => {
      const matches = await this.runs.matches(tx, sent.id, FORESEEN_MAX);
      return this.foresight.of(tx, sent.programmeCode, matches);
    });
    await this.database.write(CTX, (tx) => this.runs.checked(tx, sent.id, foreseen));
  }
}
