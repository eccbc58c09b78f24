import {
  Inject,
  Injectable,
  SetMetadata,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { createHmac } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { TooManyTries } from './refusals.ts';

export interface Limit {
  /** Kind of action; routes with one name share a count. */
  readonly name: string;
  /** Requests allowed in each window. */
  readonly points: number;
  readonly seconds: number;
  readonly by: 'address' | 'account';
}
/** Counts over all processes, in the database. */
export interface Limiter {
  take(
    key: string,
    points: number,
    seconds: number,
  ): Promise<{ allowed: boolean; retryAfterSeconds: number }>;
}
export const LIMITER = Symbol('LIMITER');

const LIMITS = 'limits';
/** `@Limited({ name: 'sign-in', points: 10, seconds: 600, by: 'address' }, …)` */
export const Limited = (...limits: Limit[]) => SetMetadata(LIMITS, limits);

/** One subscriber's part of an IPv6 address is 64 bits; counting whole addresses counts nothing. */
export function addressKey(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped || !ip.includes(':')) return mapped ?? ip;
  const [head = '', tail = ''] = ip.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const gap = ip.includes('::') ? Array<string>(8 - left.length - right.length).fill('0') : [];
  return [...left, ...gap, ...right].slice(0, 4).join(':');
}

// An address is personal data: the table keeps only a digest, keyed, since there are few addresses
// and a plain digest of each is soon made.
const digest = (text: string, key: string) =>
  createHmac('sha256', key).update(`limit:${text}`).digest('base64url').slice(0, 22);

@Injectable()
export class LimitGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(LIMITER) private readonly limiter: Limiter,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const targets = [context.getHandler(), context.getClass()];
    const limits = this.reflector.getAllAndOverride<Limit[] | undefined>(LIMITS, targets) ?? [];
    for (const limit of limits) {
      const account = limit.by === 'account' ? request.account?.id : undefined;
      const { sessionSecret } = request.server.web.options;
      const address = () => digest(addressKey(request.ip), sessionSecret);
      const who = account ? `account:${account}` : `address:${address()}`;
      const { name, points, seconds } = limit;
      const taken = await this.limiter.take(`${name}:${who}`, points, seconds);
      if (!taken.allowed) throw new TooManyTries(taken.retryAfterSeconds);
    }
    return true;
  }
}
