import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CrossSiteRefused, SessionExpired } from './refusals.ts';

const CROSS_SITE = 'cross-site-allowed';
/** For routes that machines or other sites post to and that prove themselves otherwise. */
export const CrossSiteAllowed = () => SetMetadata(CROSS_SITE, true);

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
// 'none' is a person's own doing (address bar); browsers without the header have the token alone.
const OURS = new Set([undefined, 'same-origin', 'none']);

/** Two locks on every change: the browser says it came from here, and the form has our token. */
@Injectable()
export class CsrfGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const host = context.switchToHttp();
    const request = host.getRequest<FastifyRequest>();
    const targets = [context.getHandler(), context.getClass()];
    if (SAFE.has(request.method)) return true;
    if (this.reflector.getAllAndOverride<boolean>(CROSS_SITE, targets)) return true;
    const site = request.headers['sec-fetch-site'] as string | string[] | undefined;
    if (!OURS.has(Array.isArray(site) ? site[0] : site)) throw new CrossSiteRefused();
    await checkToken(request, host.getResponse<FastifyReply>());
    return true;
  }
}

function checkToken(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  return new Promise((resolve, reject) => {
    // The plugin answers a failure by itself; a reply whose send() rejects leaves it to our filter.
    const quiet = new Proxy(reply, {
      get: (target, key) =>
        key === 'send'
          ? () => reject(new SessionExpired())
          : (Reflect.get(target, key, target) as unknown),
    });
    request.server.csrfProtection(request, quiet, (error?: Error) =>
      error ? reject(error) : resolve(),
    );
  });
}
