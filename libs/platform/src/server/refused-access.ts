import type { FastifyInstance } from 'fastify';

/** Somebody asked for what they may not have. */
interface RefusedAccess {
  /** Why, as a code: forbidden, expired, crossSite, tooMany, bad_token. */
  readonly code: string;
  /** Whose session it was; null for visitors and machines. */
  readonly accountId: string | null;
}

export interface RefusedRequest extends RefusedAccess {
  readonly status: number;
  readonly method: string;
  /** The route's pattern. */
  readonly route: string;
  readonly requestId: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by whoever refuses access; recorded before the answer leaves. */
    refused?: RefusedAccess;
  }
}

/** Calls `record` for each refused request and waits for it. A filter itself must not wait. */
export function onRefusedAccess(
  server: FastifyInstance,
  record: (refused: RefusedRequest) => Promise<void>,
): void {
  server.addHook('onSend', async (request, reply) => {
    if (!request.refused) return;
    const { method, id: requestId } = request;
    const route = request.routeOptions.url ?? 'none';
    await record({ ...request.refused, method, requestId, route, status: reply.statusCode });
  });
}
