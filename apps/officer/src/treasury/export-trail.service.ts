import { AuditLog } from '#audit';
import { Injectable } from '@nestjs/common';
import type { StaffCtx } from '../accounts-for-web.service.ts';

/** All exports of one person together: enough for work, too few to take everything along. */
export const EXPORTS = { name: 'export', points: 60, seconds: 3600, by: 'account' } as const;

export interface Exported {
  /** The list: balances, journal, … */
  readonly what: string;
  /** The bond whose statement it is. */
  readonly bondId?: string;
  /** Days or moments, as ISO 8601 writes them. */
  readonly from?: string;
  readonly until: string;
}

/** Who took which list out of the portal. Written before the first row leaves. */
@Injectable()
export class ExportTrail {
  constructor(private readonly log: AuditLog) {}

  write(ctx: StaffCtx, { what, bondId, from, until }: Exported): Promise<void> {
    return this.log.writeApart(ctx, {
      action: 'money.exported',
      ...{ subjectKind: bondId ? 'bond' : 'books', subjectId: bondId ?? null },
      details: { what, ...(from && { from }), until },
    });
  }
}
