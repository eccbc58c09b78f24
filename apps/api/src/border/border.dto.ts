import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';

// What OpenAPI shows. The rules themselves are travel's MovementItem; a test holds the two together.

@ApiSchema({ name: 'Document' })
export class DocumentDto {
  @ApiProperty({ example: 'USA', description: 'Code of the issuing state: USA, US or D<<' })
  issuingState!: string;

  @ApiProperty({
    example: '912345678',
    description: 'As printed; spaces, dashes and fillers are ignored',
  })
  number!: string;
}

@ApiSchema({ name: 'Movement' })
export class MovementDto {
  @ApiProperty({
    example: 'BKO-2026-000123',
    description: 'Your id of the record, unique for ever',
  })
  recordId!: string;

  @ApiProperty({ enum: ['admitted', 'departed', 'refused'] })
  kind!: string;

  @ApiProperty({ example: 'BKO' })
  port!: string;

  @ApiProperty({ format: 'date-time', example: '2026-11-24T09:30:00Z' })
  happenedAt!: string;

  @ApiPropertyOptional({
    format: 'date',
    nullable: true,
    description: 'With an admission: the last authorised day, inclusive',
  })
  authorisedUntil?: string | null;

  @ApiProperty({ type: DocumentDto })
  document!: DocumentDto;
}

@ApiSchema({ name: 'Batch' })
export class BatchDto {
  @ApiProperty({ type: [MovementDto], maxItems: 500 })
  movements!: MovementDto[];
}

@ApiSchema({ name: 'FieldError' })
export class FieldErrorDto {
  @ApiProperty({ example: 'document.number' })
  field!: string;

  @ApiProperty({ description: 'How to mend it' })
  message!: string;
}

@ApiSchema({ name: 'ReceiptItem' })
export class ReceiptItemDto {
  @ApiProperty({ description: 'Place in the batch, from 0' })
  index!: number;

  @ApiProperty({ type: String, nullable: true })
  recordId!: string | null;

  @ApiProperty({
    enum: ['accepted', 'duplicate', 'rejected'],
    description: 'duplicate: the same record with the same content was accepted before',
  })
  result!: string;

  @ApiPropertyOptional({ format: 'uuid' })
  movementId?: string;

  @ApiPropertyOptional({ enum: ['invalid', 'record_changed'] })
  code?: string;

  @ApiPropertyOptional({ type: [FieldErrorDto] })
  errors?: FieldErrorDto[];
}

@ApiSchema({ name: 'Receipt' })
export class ReceiptDto {
  @ApiProperty({ format: 'uuid' })
  batchId!: string;

  @ApiProperty({ description: 'True when this call was answered before' })
  replayed!: boolean;

  @ApiProperty({ type: [ReceiptItemDto] })
  items!: ReceiptItemDto[];
}
