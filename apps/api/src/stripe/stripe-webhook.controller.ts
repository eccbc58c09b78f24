import { Controller, Headers, HttpCode, Post, type RawBodyRequest, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { EventInbox } from '#processor';
import { ApiRefusal } from '../error.filter.ts';

const WHY = {
  bad_signature: 'The signature does not match any of our secrets, or is too old.',
  not_an_event: 'The body is not an event of the processor.',
  wrong_mode: 'The event is of the other mode (live or test).',
} as const;

/** The processor's events. Answered 2xx only once they are stored; the worker does the rest. */
@Controller('webhooks')
@ApiExcludeController()
export class StripeWebhookController {
  constructor(private readonly inbox: EventInbox) {}

  @Post('stripe')
  @HttpCode(200)
  async receive(
    @Req() request: RawBodyRequest<FastifyRequest>,
    @Headers('stripe-signature') signature = '',
  ): Promise<{ received: true }> {
    const answer = await this.inbox.accept(request.rawBody ?? Buffer.alloc(0), signature);
    if (!answer.ok) throw new ApiRefusal(400, answer.code, WHY[answer.code]);
    return { received: true };
  }
}
