import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsDefined,
  IsIn,
  IsInstance,
  IsObject,
  IsOptional,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { DOCUMENT_NUMBER, RECORD_ID } from '../domain/item-forms.ts';
import { IsDay, IsMoment, IsPort, IsState, MOMENT } from '../items/fields.ts';
import { readItem } from '../items/read-item.ts';
import { movementKinds, type MovementKind } from '../domain/movement.lifecycle.ts';

/** The travel document as it was read at the border. */
@ApiSchema({ name: 'Document' })
export class MovementDocument {
  @ApiProperty({ example: 'USA', description: 'Code of the issuing state: USA, US or D<<' })
  @IsState()
  issuingState!: string;

  @ApiProperty({
    example: '912345678',
    description: 'As printed; spaces, dots, dashes and fillers are ignored',
  })
  @Matches(DOCUMENT_NUMBER, {
    message: 'must be 1 to 20 letters and digits, as printed in the document',
  })
  number!: string;
}

/** One border record as a border system sends it: what is checked and what OpenAPI shows. */
@ApiSchema({ name: 'Movement' })
export class MovementItem {
  @ApiProperty({
    example: 'BKO-2026-000123',
    description: 'Your id of the record, unique for ever',
  })
  @Matches(RECORD_ID, {
    message: 'must be 1 to 64 letters, digits or . _ : -',
  })
  recordId!: string;

  @ApiProperty({ enum: movementKinds })
  @IsIn(movementKinds, { message: `must be one of ${movementKinds.join(', ')}` })
  kind!: MovementKind;

  @ApiProperty({ example: 'BKO', description: 'Code of the port' })
  @IsPort()
  port!: string;

  @ApiProperty({ format: 'date-time', example: '2026-11-24T09:30:00Z' })
  @MaxLength(40, { message: MOMENT })
  @IsMoment()
  happenedAt!: string;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    nullable: true,
    description: 'With an admission: the last authorised day, inclusive',
  })
  @IsOptional()
  @IsDay()
  authorisedUntil?: string | null;

  @ApiProperty({ type: MovementDocument })
  @IsDefined({ message: 'must be given' })
  @IsObject({ message: 'must be an object with issuingState and number' })
  @IsInstance(MovementDocument, { message: 'must be an object with issuingState and number' })
  @ValidateNested()
  @Type(() => MovementDocument)
  document!: MovementDocument;
}

export const readMovement = (raw: unknown) => readItem(MovementItem, 'a movement', raw);
