import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Logger,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Every error of the API has this form. */
interface ApiError {
  error: {
    /** Stable, for programs. */
    code: string;
    /** For people: what is wrong and how to mend it. */
    message: string;
    /** Names this request in our logs. */
    request_id: string;
  };
}

const CODES: Record<number, string> = {
  400: 'bad_request',
  401: 'unauthorized',
  404: 'not_found',
  409: 'conflict',
  413: 'too_large',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
};

/** An expected refusal, with its code. */
export class ApiRefusal extends HttpException {
  constructor(
    status: number,
    readonly code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message, status);
  }
}

// Fastify's own errors (a body too large, JSON that does not parse) carry their status like this.
const statusOf = (e: unknown): number => {
  if (e instanceof HttpException) return e.getStatus();
  const status = (e as { statusCode?: unknown }).statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
};

/** Refused for who asks, not for what is asked. */
const isAccess = (status: number, code: string) =>
  [401, 403, 429].includes(status) || code === 'bad_signature';

@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly log = new Logger(ErrorFilter.name);

  catch(e: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const status = statusOf(e);
    if (status >= 500) this.log.error(e);
    if (e instanceof ApiRefusal) void reply.headers(e.headers);
    const code = e instanceof ApiRefusal ? e.code : (CODES[status] ?? 'internal_error');
    if (isAccess(status, code)) request.refused = { code, accountId: null };
    const body: ApiError = {
      error: {
        code,
        message:
          status >= 500 ? 'Something broke here. Send it again later.' : (e as Error).message,
        request_id: request.id,
      },
    };
    void reply.status(status).send(body);
  }
}
