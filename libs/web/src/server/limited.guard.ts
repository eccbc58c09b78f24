import {
  Inject,
  Injectable,
  SetMetadata,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { TooManyTries } from './refusals.ts';

export interface Limit {
  /** Kind of action; routes with one name share a count. */
  readonly name: string;
  /** Requests allowed in each window. */
  readonly points: number;
  readonly seconds: number;
  /** browser: one that has signed in before has its own count, all others their network's. */
  readonly by: 'address' | 'account' | 'browser';
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

/** Who counts: an account, a network, or a browser that somebody has signed in with before. */
function countedAs(limit: Limit, request: FastifyRequest): string {
  const { site, network, browser } = request.origin;
  if (limit.by === 'account' && request.account) return `account:${request.account.id}`;
  if (limit.by === 'browser' && browser) return `browser:${browser.split(':')[1]}`;
  // Each site by itself: what somebody uses up on one keeps nobody from the other.
  return `address:${site}:${network}`;
}

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
      const { name, points, seconds } = limit;
      const taken = await this.limiter.take(
        `${name}:${countedAs(limit, request)}`,
        points,
        seconds,
      );
      if (!taken.allowed) throw new TooManyTries(taken.retryAfterSeconds);
    }
    return true;
  }
}
