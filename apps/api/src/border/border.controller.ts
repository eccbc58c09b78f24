import {
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
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
import { isUuid, refused } from '#kernel';
import { clientCtx, Database } from '#platform';
import {
  BatchOutcome,
  BatchOutcomes,
  FeedIntake,
  FeedMarksBody,
  FeedReceipt,
  MovementBatchBody,
  MovementIntake,
  Receipt,
  type FeedRefusal,
  type IntakeRefusal,
  type SignedCall,
} from '#travel';
import { ApiRefusal } from '../error.filter.ts';
import { BATCHES, FEED_RECEIPT, MARKS, OUTCOME, RECEIPT } from './examples.ts';

interface Why {
  readonly status: number;
  readonly message: string;
}

const WHY: Record<IntakeRefusal, Why> = {
  bad_idempotency_key: {
    status: 400,
    message: 'Send an Idempotency-Key header of 1 to 100 visible ASCII characters.',
  },
  body_too_large: { status: 413, message: 'A batch may have 1,000,000 bytes. Send smaller ones.' },
  not_a_batch: { status: 400, message: 'The body must be JSON: {"movements": [...]}.' },
  too_many_items: { status: 413, message: 'A batch may have 1,000 movements. Send several.' },
  key_reused_with_other_body: {
    status: 409,
    message: 'This Idempotency-Key was used with another body. Use a new key for a new batch.',
  },
};

const WHY_NO_MARKS: Record<FeedRefusal, Why> = {
  bad_idempotency_key: WHY.bad_idempotency_key,
  key_reused_with_other_body: WHY.key_reused_with_other_body,
  body_too_large: { status: 413, message: 'A call may have 50,000 bytes. Send several.' },
  not_marks: { status: 400, message: 'The body must be JSON: {"marks": [...]}.' },
  too_many_items: { status: 413, message: 'A call may have 100 marks. Send several.' },
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
    private readonly feeds: FeedIntake,
    private readonly outcomes: BatchOutcomes,
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
  @ApiBody({ type: MovementBatchBody, examples: BATCHES })
  @ApiOkResponse({ type: Receipt, example: RECEIPT })
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
    throw refusal(answer.code, WHY[answer.code]);
  }

  @Get('batches/:batchId')
  @ApiOperation({
    summary: 'Ask what became of a batch',
    description:
      'Of your own batches only, and nothing about the traveller. The token is for an empty body. ' +
      'Ask again while `done` is false; records that an officer looks at may take days.',
  })
  @ApiOkResponse({ type: BatchOutcome, example: OUTCOME })
  @ApiResponse({ status: 401, description: 'bad_token, replayed' })
  @ApiResponse({ status: 404, description: 'unknown_batch' })
  @ApiResponse({ status: 429, description: 'too_many_requests, with Retry-After' })
  async outcome(
    @Req() request: FastifyRequest & { user: SignedCall },
    @Param('batchId') batchId: string,
  ): Promise<BatchOutcome> {
    const { id } = request.user.client;
    const answer = isUuid(batchId)
      ? await this.database.read(clientCtx(id, request.id), (tx) =>
          this.outcomes.of(tx, id, batchId),
        )
      : refused('unknown_batch');
    if (answer.ok) return answer.value;
    throw refusal(answer.code, { status: 404, message: 'You have sent no batch with this id.' });
  }

  @Post('feed-marks')
  @HttpCode(200)
  @ApiOperation({
    summary: 'State through which day your records are complete',
    description:
      'Send a mark for each port when a day is over there and all its records are sent. Until then ' +
      'the absence of a record means nothing: no unused visa is refunded and no missing departure ' +
      'is followed up. A mark never goes back, unless `correction` says that an earlier one was wrong.',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: true })
  @ApiBody({ type: FeedMarksBody, examples: MARKS })
  @ApiOkResponse({ type: FeedReceipt, example: FEED_RECEIPT })
  @ApiResponse({ status: 400, description: 'not_marks, bad_idempotency_key' })
  @ApiResponse({ status: 401, description: 'bad_token, replayed' })
  @ApiResponse({ status: 409, description: 'key_reused_with_other_body' })
  @ApiResponse({ status: 413, description: 'too_many_items, body_too_large' })
  @ApiResponse({ status: 429, description: 'too_many_requests, with Retry-After' })
  async mark(
    @Req() request: RawBodyRequest<FastifyRequest> & { user: SignedCall },
    @Headers('idempotency-key') key = '',
  ): Promise<FeedReceipt> {
    const call = request.user;
    const body = request.rawBody ?? Buffer.alloc(0);
    const answer = await this.database.write(clientCtx(call.client.id, request.id), (tx) =>
      this.feeds.receive(tx, call, key, body),
    );
    if (answer.ok) return answer.value;
    throw refusal(answer.code, WHY_NO_MARKS[answer.code]);
  }
}

const refusal = (code: string, { status, message }: Why) => new ApiRefusal(status, code, message);
