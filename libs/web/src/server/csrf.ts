import fastifyCsrf from '@fastify/csrf-protection';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { WebOptions } from './options.ts';
import { cookieSettings, ownCookie } from './origin.ts';

/** Where the token is: in the body, or in the address when the body is not read yet (files). */
function tokenOf(request: FastifyRequest): string | undefined {
  const multipart = request.headers['content-type']?.startsWith('multipart/form-data');
  const from = (multipart ? request.query : request.body) as { _csrf?: unknown } | undefined;
  return typeof from?._csrf === 'string' ? from._csrf : undefined;
}

/** A token of one sign-in is none in the next, nor before it. */
const userOf = (request: FastifyRequest): string =>
  request.session.accountId ? request.session.sessionId : 'visitor';

/**
 * A form's token is made from a secret in the browser's own cookie and our key, bound to the sign-in.
 * Nothing is kept for it: a visitor who only opens pages leaves no row behind, however often.
 */
export async function addCsrf(server: FastifyInstance, o: WebOptions): Promise<void> {
  const name = o.site === 'officer' ? 'officer-form' : 'form';
  await server.register(fastifyCsrf, {
    sessionPlugin: '@fastify/cookie',
    cookieKey: ownCookie(o, name),
    cookieOpts: cookieSettings(o),
    csrfOpts: { hmacKey: o.sessionSecret },
    getToken: tokenOf,
    getUserInfo: userOf,
  });
}

/** The token for the forms of this page: salted, so that no two answers hold the same. */
export function formToken(request: FastifyRequest, reply: FastifyReply): string {
  request.hasToken = true;
  return reply.generateCsrf({ userInfo: userOf(request) });
}
