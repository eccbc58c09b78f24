import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';

import { ApiError, invalid, unrecognizedUrl } from './errors.ts';
import type { Params } from './params.ts';
import { newId } from '../state/ids.ts';

/** The body of a request as it came. */
export function bodyText(request: FastifyRequest): string {
  return typeof request.body === 'string' ? request.body : '';
}

const LARGEST_BODY_BYTES = 256 * 1024;
/** Of a form with a file in it. */
const LARGEST_FORM_BYTES = 6 * 1024 * 1024;

/** The parts of a form by name; a file as its name, its type and its bytes in base64. */
async function partsOf(body: Buffer, type: string): Promise<Params> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => Promise.reject(invalid('The body is no form of several parts.')));
  const parts: Params = {};
  // Its types do not know that it can be gone through.
  for (const [name, value] of form as unknown as Iterable<[string, string | File]>) {
    parts[name] =
      typeof value === 'string'
        ? value
        : {
            ...{ name: value.name, type: value.type },
            data: Buffer.from(await value.arrayBuffer()).toString('base64'),
          };
  }
  return parts;
}

/** A server whose every refusal has Stripe's form and whose bodies arrive as text. */
export function newServer(): FastifyInstance {
  const server = Fastify({
    bodyLimit: LARGEST_BODY_BYTES,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 255 },
    // Addresses that cannot be decoded never reach a route.
    frameworkErrors: (error, _request, reply) =>
      void refuse(reply as unknown as FastifyReply, invalid(error.message)),
  });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );
  server.addContentTypeParser(
    /^multipart\/form-data/,
    { parseAs: 'buffer', bodyLimit: LARGEST_FORM_BYTES },
    (request: FastifyRequest, body: Buffer) => partsOf(body, request.headers['content-type'] ?? ''),
  );

  server.setNotFoundHandler((request, reply) => {
    const error = unrecognizedUrl(request.method, request.url.split('?')[0] ?? '');
    return refuse(reply, error);
  });
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error instanceof ApiError ? error.status : (error.statusCode ?? 500);
    if (status >= 500) console.error(`stripe-emulator: ${request.method} failed`, error);
    const refusal =
      error instanceof ApiError
        ? error
        : new ApiError(status, {
            message: status < 500 ? error.message : 'The emulator failed; see its log.',
            type: status < 500 ? 'invalid_request_error' : 'api_error',
          });
    return refuse(reply, refusal);
  });
  return server;
}

function refuse(reply: FastifyReply, refusal: ApiError): FastifyReply {
  return reply.code(refusal.status).header('request-id', newId('req')).send(refusal.body(''));
}
