import { Injectable } from '@nestjs/common';
import { systemCtx } from '../database/context.ts';
import { Database } from '../database/database.service.ts';
import type { Swept, SweepParts } from './swept.ts';

/** Rows of the platform whose time is over. */
@Injectable()
export class PlatformSweep implements Swept {
  constructor(private readonly database: Database) {}

  sweepParts(): SweepParts {
    return { 'old sessions and limits': () => this.removeOldRows() };
  }

  private removeOldRows(): Promise<void> {
    return this.database.write(systemCtx('sweep'), async (tx) => {
      await tx.query('delete from session where expire < now()');
      await tx.query('delete from rate_limit where window_ends < now()');
    });
  }
}
