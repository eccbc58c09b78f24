import type { FastifyRequest } from 'fastify';
import { accountCtx, type Ctx } from '#platform';

/** Who asks, for the doors to the database. Only on routes that need a permission. */
export function ctxOf(request: FastifyRequest): Ctx {
  if (!request.account) throw new Error('a route without a sign-in asked who is signed in');
  return accountCtx(request.account.id, 'applicant', request.id);
}
