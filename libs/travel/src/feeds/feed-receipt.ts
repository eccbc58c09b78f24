import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { ItemFault } from '../items/read-item.ts';

@ApiSchema({ name: 'FeedReceiptItem' })
export class FeedReceiptItem {
  @ApiProperty({ description: 'Place in the call, from 0' })
  readonly index!: number;

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Code of the port; null when it could not be read',
  })
  readonly port!: string | null;

  @ApiProperty({
    enum: ['accepted', 'duplicate', 'rejected'],
    description: 'duplicate: this day was what you stated last',
  })
  readonly result!: 'accepted' | 'duplicate' | 'rejected';

  @ApiPropertyOptional({
    enum: ['invalid', 'lower_than_before'],
    description:
      'lower_than_before: you stated a later day before; to take it back, send correction: true',
  })
  readonly code?: 'invalid' | 'lower_than_before';

  @ApiPropertyOptional({ type: [ItemFault] })
  readonly errors?: readonly ItemFault[];
}

/** What became of each mark of a call. Kept, so that a repeated call gets the same answer. */
@ApiSchema({ name: 'FeedReceipt' })
export class FeedReceipt {
  @ApiProperty({ format: 'uuid' })
  readonly reportId!: string;

  @ApiProperty({ description: 'True when this call was answered before' })
  readonly replayed!: boolean;

  @ApiProperty({ type: [FeedReceiptItem] })
  readonly items!: readonly FeedReceiptItem[];
}
