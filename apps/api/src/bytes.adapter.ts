import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { RawBodyRequest } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

const BODY_BYTES_MAX = 1_048_576;

/**
 * JSON is all that machines send here, and it is taken as bytes: signatures and tokens are over the
 * exact bytes, and nothing is parsed before they are verified.
 */
export class BytesAdapter extends FastifyAdapter {
  override registerParserMiddleware(prefix?: string): void {
    super.registerParserMiddleware(prefix);
    const server = this.getInstance();
    server.removeAllContentTypeParsers();
    server.addContentTypeParser(
      'application/json',
      { parseAs: 'buffer', bodyLimit: BODY_BYTES_MAX },
      async (request: RawBodyRequest<FastifyRequest>, body: Buffer) => {
        request.rawBody = body;
      },
    );
  }
}
