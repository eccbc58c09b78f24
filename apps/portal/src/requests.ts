import type { FastifyRequest } from 'fastify';
import { accountCtx, type Ctx } from '#platform';

/** Who asks, for the doors to the database. Only on routes that need a permission. */
export function ctxOf(request: FastifyRequest): Ctx {
  if (!request.account) throw new Error('a route without a sign-in asked who is signed in');
  const { id, token } = request.account;
  return accountCtx(id, 'applicant', request.id, token);
}
