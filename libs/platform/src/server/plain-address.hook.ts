import { BadRequestException, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';

const NUL = /%00/;

/**
 * No address of ours has a NUL in it and PostgreSQL keeps no text with one: whoever sends it, in a
 * path or in a query, is refused before anything reads it.
 */
@Injectable()
export class PlainAddress {
  constructor(host: HttpAdapterHost) {
    const server = host.httpAdapter?.getInstance<FastifyInstance>();
    if (typeof server?.addHook !== 'function') return;
    server.addHook('onRequest', (request, _, done) =>
      done(NUL.test(request.url) ? new BadRequestException() : undefined),
    );
  }
}
