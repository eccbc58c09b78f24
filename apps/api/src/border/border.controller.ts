import {
  Controller,
  Headers,
  HttpCode,
  Post,
  type RawBodyRequest,
  Req,
  UseGuards,
} from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import {
  ApiBearerAuth,
  ApiBody,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { clientCtx, Database } from '#platform';
import {
  MovementBatchBody,
  MovementIntake,
  Receipt,
  type IntakeRefusal,
  type SignedCall,
} from '#travel';
import { ApiRefusal } from '../error.filter.ts';

const WHY: Record<IntakeRefusal, { status: number; message: string }> = {
  bad_idempotency_key: {
    status: 400,
    message: 'Send an Idempotency-Key header of 1 to 100 visible ASCII characters.',
  },
  body_too_large: { status: 413, message: 'A batch may have 1,000,000 bytes. Send smaller ones.' },
  not_a_batch: { status: 400, message: 'The body must be JSON: {"movements": [...]}.' },
  too_many_items: { status: 413, message: 'A batch may have 500 movements. Send several.' },
  key_reused_with_other_body: {
    status: 409,
    message: 'This Idempotency-Key was used with another body. Use a new key for a new batch.',
  },
};

/** Border systems report movements here. Stored at once, assessed by the worker. */
@Controller('border')
@ApiTags('border')
@ApiBearerAuth()
@UseGuards(AuthGuard('border'))
export class BorderController {
  constructor(
    private readonly database: Database,
    private readonly intake: MovementIntake,
  ) {}

  @Post('movements')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Report movements',
    description:
      'Items stand alone: a bad one is rejected with the field and the mend, the others are ' +
      'stored. The same Idempotency-Key with the same body gets the same receipt.',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiBody({ type: MovementBatchBody })
  @ApiOkResponse({ type: Receipt })
  @ApiResponse({ status: 400, description: 'not_a_batch, bad_idempotency_key' })
  @ApiResponse({ status: 401, description: 'bad_token, replayed' })
  @ApiResponse({ status: 409, description: 'key_reused_with_other_body' })
  @ApiResponse({ status: 413, description: 'too_many_items, body_too_large' })
  @ApiResponse({ status: 429, description: 'too_many_requests, with Retry-After' })
  async report(
    @Req() request: RawBodyRequest<FastifyRequest> & { user: SignedCall },
    @Headers('idempotency-key') key = '',
  ): Promise<Receipt> {
    const call = request.user;
    const body = request.rawBody ?? Buffer.alloc(0);
    const answer = await this.database.write(clientCtx(call.client.id, request.id), (tx) =>
      this.intake.receive(tx, call, key, body),
    );
    if (answer.ok) return answer.value;
    throw new ApiRefusal(WHY[answer.code].status, answer.code, WHY[answer.code].message);
  }
}
