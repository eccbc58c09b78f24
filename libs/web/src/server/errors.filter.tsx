import {
  Catch,
  HttpException,
  Logger,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { describeError, SignInOver } from '#platform';
import { ErrorPage, type ErrorKind } from './error-pages.tsx';
import { bringBack, keepForm, typedIn } from './kept-form.ts';
import { AccessRefused, CrossSiteRefused, SessionExpired, TooManyTries } from './refusals.ts';
import { SeeOther, SeeOtherInstead } from './see-other.ts';
import { viewOf } from './view.ts';

/** Every status that has a page of its own. */
const KINDS: Readonly<Record<number, ErrorKind>> = {
  401: 'expired',
  403: 'forbidden',
  404: 'notFound',
  413: 'tooLarge',
  429: 'tooMany',
  503: 'unavailable',
};

const REFUSED_ACCESS: ReadonlySet<number> = new Set([401, 403, 429]);

/** Whose request it is, also where a guard refused it before it asked who that is. */
const accountOf = (request: FastifyRequest): string | null =>
  request.account?.id ?? request.session?.accountId ?? null;

function statusOf(error: unknown): number {
  if (error instanceof SignInOver) return 401;
  if (error instanceof HttpException) return error.getStatus();
  // Errors of the server itself: a body too large, a body that is no form.
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}

function kindOf(error: unknown, status: number): ErrorKind {
  if (error instanceof SessionExpired) return 'expired';
  if (error instanceof CrossSiteRefused) return 'crossSite';
  if (error instanceof AccessRefused) return 'forbidden';
  return KINDS[status] ?? (status < 500 ? 'badRequest' : 'broken');
}

/** Every exception becomes a page that says what is safe; nothing of the inside leaks. */
@Catch()
export class ErrorsFilter implements ExceptionFilter {
  private readonly logger = new Logger(ErrorsFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (error instanceof SeeOtherInstead) {
      void reply.send(new SeeOther(error.url));
      return;
    }
    const status = statusOf(error);
    const kind = kindOf(error, status);
    const reference = request.id;
    if (status >= 500) this.report(error, request, reference);
    if (REFUSED_ACCESS.has(status)) request.refused = { code: kind, accountId: accountOf(request) };
    const wait = error instanceof TooManyTries ? error.retryAfterSeconds : undefined;
    const kept = kind === 'expired' ? keepForm(request) : null;
    const typed = kind === 'expired' && !kept ? typedIn(request) : {};
    // The session is over, and the next person at this computer must not read it by going back.
    if (kind === 'expired') void reply.header('cache-control', 'no-store');
    // Signed in again already, in another window: straight back.
    const back = bringBack(request, kept?.sealed ?? null);
    if (back) {
      void reply.send(new SeeOther(back));
      return;
    }
    if (wait !== undefined) void reply.header('retry-after', String(wait));
    void reply
      .status(status)
      .send(
        <ErrorPage
          view={viewOf(request, reply)}
          kind={kind}
          reference={reference}
          retryAfterSeconds={wait}
          typed={typed}
          kept={kept}
        />,
      );
  }

  private report(error: unknown, request: FastifyRequest, reference: string): void {
    const route = request.routeOptions.url ?? 'no route';
    const { stack, cause } = describeError(error);
    const all = cause ? `${stack}\ncaused by ${cause.stack}` : stack;
    this.logger.error(`${request.method} ${route} failed, reference ${reference}`, all);
  }
}
