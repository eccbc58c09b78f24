import { createHash } from 'node:crypto';
import { Inject, Injectable, type RawBodyRequest } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { Strategy } from 'passport-custom';
import { Config } from '#platform';
import { BorderClients, type SignedCall, type TokenRefusal } from '#travel';
import { ApiRefusal } from '../error.filter.ts';

const TOKEN =
  'Send a bearer token signed with a registered key of yours: EdDSA, iss, aud, jti, iat, exp at ' +
  'most five minutes ahead, and body_sha256 of exactly the body you send. A kid in its header, if ' +
  'there is one, names the key.';
const WHY: Record<TokenRefusal, { status: number; message: string }> = {
  bad_token: { status: 401, message: TOKEN },
  unknown_client: { status: 401, message: TOKEN },
  replayed: { status: 401, message: 'This token was used before. Sign a new one for each call.' },
  blocked: { status: 403, message: 'This client is blocked. Ask the operator of the portal.' },
  too_many_requests: { status: 429, message: 'Too many calls. Wait, then go on.' },
};

const bearerOf = (request: FastifyRequest): string =>
  /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';

/** A border system proves who it is with a token it signs for one call. */
@Injectable()
export class BorderStrategy extends PassportStrategy(Strategy, 'border') {
  constructor(
    private readonly clients: BorderClients,
    @Inject(Config) private readonly config: Config,
  ) {
    super();
  }

  async validate(request: RawBodyRequest<FastifyRequest>): Promise<SignedCall> {
    const body = request.rawBody ?? Buffer.alloc(0);
    const token = bearerOf(request);
    const answer = await this.clients.verify(token, {
      audience: this.config.apiUrl,
      bodySha256: createHash('sha256').update(body).digest('hex'),
      requestId: request.id,
    });
    if (answer.ok) return { client: answer.value, token };
    // Whether a client exists is nobody's business: both are answered alike.
    const code = answer.code === 'unknown_client' ? 'bad_token' : answer.code;
    const retryAfter = answer.detail?.['retryAfterSeconds'];
    throw new ApiRefusal(
      WHY[code].status,
      code,
      WHY[code].message,
      retryAfter ? { 'retry-after': retryAfter } : { 'www-authenticate': 'Bearer' },
    );
  }
}
