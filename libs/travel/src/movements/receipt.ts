import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import type { CorrectionCode } from '../domain/correction-rules.ts';
import { ItemFault } from '../items/read-item.ts';

@ApiSchema({ name: 'ReceiptItem' })
export class ReceiptItem {
  @ApiProperty({ description: 'Place in the batch, from 0' })
  readonly index!: number;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Your id of the record; null when it could not be read',
  })
  readonly recordId!: string | null;

  @ApiProperty({
    enum: ['accepted', 'duplicate', 'rejected'],
    description: 'duplicate: the same record with the same content was accepted before',
  })
  readonly result!: 'accepted' | 'duplicate' | 'rejected';

  @ApiPropertyOptional({ format: 'uuid' })
  readonly movementId?: string;

  @ApiPropertyOptional({
    enum: ['invalid', 'record_changed', 'unknown_record', 'already_corrected'],
    description:
      'record_changed: the same id came before with other content; a correction needs a new id. ' +
      'unknown_record: `corrects` names no record of yours. ' +
      'already_corrected: another record corrects that one; correct the newer one.',
  })
  readonly code?: 'invalid' | 'record_changed' | CorrectionCode;

  @ApiPropertyOptional({ type: [ItemFault] })
  readonly errors?: readonly ItemFault[];
}

/** What became of each item of a batch. Kept, so that a repeated call gets the same answer. */
@ApiSchema({ name: 'Receipt' })
export class Receipt {
  @ApiProperty({ format: 'uuid' })
  readonly batchId!: string;

  @ApiProperty({ description: 'True when this call was answered before' })
  readonly replayed!: boolean;

  @ApiProperty({ type: [ReceiptItem] })
  readonly items!: readonly ReceiptItem[];
}
