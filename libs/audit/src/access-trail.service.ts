import {
  describeError,
  onRefusedAccess,
  RateLimiter,
  visitorCtx,
  type RefusedRequest,
} from '#platform';
import { Injectable, Logger, type INestApplication } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { AuditLog } from './audit.service.ts';

// Whoever is refused over and over must not be able to fill the trail: the log has every request.
const WINDOW_SECONDS = 3_600;
const ENTRIES_MAX = { account: 100, nobody: 500 };

/** Keeps who was refused what: entries of the trail that no transaction of their own makes true. */
@Injectable()
export class AccessTrail {
  private readonly log = new Logger(AccessTrail.name);

  constructor(
    private readonly audit: AuditLog,
    private readonly limiter: RateLimiter,
  ) {}

  /** Never throws: a refusal stands although it could not be recorded, and the log says so. */
  async refused(what: RefusedRequest): Promise<void> {
    try {
      await this.record(what);
    } catch (e) {
      this.log.error(`refused access was not recorded: ${describeError(e).message}`);
    }
  }

  private async record({ code, accountId, requestId, ...rest }: RefusedRequest): Promise<void> {
    const max = ENTRIES_MAX[accountId ? 'account' : 'nobody'];
    const key = `refused:${accountId ?? 'nobody'}:${code}`;
    if (!(await this.limiter.take(key, max, WINDOW_SECONDS)).allowed) return;
    // Nobody's act: the request was let do nothing. Whom it was refused is what the entry is about.
    await this.audit.writeApart(visitorCtx(requestId), {
      action: 'access.refused',
      subjectKind: 'account',
      subjectId: accountId,
      outcome: 'refused',
      details: { code, status: rest.status, method: rest.method, route: rest.route },
    });
  }
}

/** From now on refused access is in the trail. Before the application is initialised. */
export function auditRefusedAccess(app: INestApplication): void {
  const trail = app.get(AccessTrail, { strict: false });
  onRefusedAccess(app.getHttpAdapter().getInstance() as FastifyInstance, (what) =>
    trail.refused(what),
  );
}
