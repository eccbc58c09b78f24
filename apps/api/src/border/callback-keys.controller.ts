import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { CallbackSigner } from '#travel';

class CallbackKeyBody {
  @ApiProperty({ enum: ['OKP'] }) readonly kty!: 'OKP';
  @ApiProperty({ enum: ['Ed25519'] }) readonly crv!: 'Ed25519';
  @ApiProperty() readonly x!: string;
  @ApiProperty({ description: 'Names the key in a callback’s token' }) readonly kid!: string;
  @ApiProperty({ enum: ['EdDSA'] }) readonly alg!: 'EdDSA';
  @ApiProperty({ enum: ['sig'] }) readonly use!: 'sig';
}

class CallbackKeysBody {
  @ApiProperty({ type: [CallbackKeyBody] }) readonly keys!: readonly CallbackKeyBody[];
}

/** The public key by which border systems know that a callback is ours. */
@Controller('border/callback-keys')
@ApiTags('border')
export class CallbackKeysController {
  constructor(private readonly signer: CallbackSigner) {}

  @Get()
  @ApiOperation({
    summary: 'Our key for callbacks',
    description:
      'Where an address was registered for you, each batch that has been assessed is told there by ' +
      'POST: {"id", "type": "batch.assessed", "batchId", "done", "items": [{"index", "result", ' +
      '"status"}]}. The Authorization header has a token like yours: EdDSA, `iss` is our address, ' +
      '`aud` is yours, and `body_sha256` is the digest of the body. Answer 2xx within ten seconds; ' +
      'else it is tried eight times in about a day. Asking for the batch is always possible.',
  })
  @ApiOkResponse({ type: CallbackKeysBody })
  async keys(): Promise<CallbackKeysBody> {
    return { keys: [await this.signer.published()] };
  }
}
