import { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

interface RequestTimes {
  /** How long any body may take to come. */
  readonly bodyMs: number;
  /** How long one with a file may take: a photograph of a passport on a bad line. */
  readonly fileMs: number;
  /** In each span of this length a file brings so many bytes, or its sender is cut off. */
  readonly paceMs: number;
  readonly paceBytes: number;
}

// Four kilobytes a second: what a phone manages at the edge of a network. Whoever keeps a place of the
// few that there are for files has to send all the time.
const REQUEST_TIMES: RequestTimes = {
  ...{ bodyMs: 30_000, fileMs: 300_000 },
  ...{ paceMs: 15_000, paceBytes: 60 * 1024 },
};

const TOO_SLOW = 'This came too slowly. Nothing was kept. Go back and send it again.\n';
const ANSWER = [
  'HTTP/1.1 408 Request Timeout',
  'Content-Type: text/plain; charset=utf-8',
  `Content-Length: ${Buffer.byteLength(TOO_SLOW)}`,
  'Connection: close',
  '',
  TOO_SLOW,
].join('\r\n');

/** A request without a connection has come whole: the program made it itself. */
const bringsBody = ({ headers, raw }: FastifyRequest): boolean =>
  raw.socket instanceof Socket &&
  (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0);

/** Says why, unless the request is answered already, and takes nothing more from this connection. */
function cutOff({ raw }: FastifyRequest, reply: FastifyReply): void {
  if (reply.sent) raw.socket.destroy();
  else raw.socket.end(ANSWER);
  raw.destroy();
}

/** Cuts off a body that is not here in time; a file also when it comes too slowly. */
function watch(request: FastifyRequest, reply: FastifyReply, times: RequestTimes): void {
  const { raw } = request;
  const isFile = request.routeOptions.config.takesFile === true;
  const { socket } = raw;
  const within = isFile ? times.fileMs : times.bodyMs;
  const whole = setTimeout(() => !raw.complete && cutOff(request, reply), within).unref();
  let seen = socket.bytesRead;
  let wasUnread = false;
  const pace = setInterval(() => {
    const came = socket.bytesRead - seen;
    seen = socket.bytesRead;
    // While what came lies unread, also at the beginning of this span, it is not the sender who is slow.
    const isUnread = raw.readableLength >= raw.readableHighWaterMark;
    const isOurs = isUnread || wasUnread;
    wasUnread = isUnread;
    if (isFile && !isOurs && !raw.complete && came < times.paceBytes) cutOff(request, reply);
  }, times.paceMs).unref();
  const stop = () => {
    clearTimeout(whole);
    clearInterval(pace);
  };
  raw.once('end', stop);
  raw.once('close', stop);
}

/**
 * For a site that takes files: only routes that take one may take longer than any other request, and
 * only while the file keeps coming.
 */
export function limitRequestTime(server: FastifyInstance, times = REQUEST_TIMES): void {
  // The server itself knows one time for all requests; headers keep the short one.
  server.server.requestTimeout = times.fileMs;
  server.server.headersTimeout = times.bodyMs;
  server.addHook('onRequest', async (request, reply) => {
    if (bringsBody(request)) watch(request, reply, times);
  });
}
