import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsDefined,
  IsIn,
  IsInstance,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { DOCUMENT_NUMBER, RECORD_ID } from '../domain/item-forms.ts';
import { IsDay, IsMoment, IsPort, IsState, MOMENT } from '../items/fields.ts';
import { readItem } from '../items/read-item.ts';
import { movementKinds, type MovementKind } from '../domain/movement.lifecycle.ts';

const NAME = 'must be a name of at most 100 characters';
const TRAVELLER = 'must be an object with familyName, givenNames and bornOn';
const RECORD_ID_MESSAGE = 'must be 1 to 64 letters, digits or . _ : -';

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

/** Who the traveller is, as the document says it. */
@ApiSchema({ name: 'Traveller' })
export class MovementTraveller {
  @ApiProperty({ example: 'MILLER', description: 'As in the document; empty when there is none' })
  @IsString({ message: NAME })
  @MaxLength(100, { message: NAME })
  familyName!: string;

  @ApiProperty({ example: 'GRACE' })
  @IsString({ message: NAME })
  @MaxLength(100, { message: NAME })
  givenNames!: string;

  @ApiProperty({ format: 'date', example: '1990-05-17' })
  @IsDay()
  bornOn!: string;
}

/** One border record as a border system sends it: what is checked and what OpenAPI shows. */
@ApiSchema({ name: 'Movement' })
export class MovementItem {
  @ApiProperty({
    example: 'BKO-2026-000123',
    description: 'Your id of the record, unique for ever',
  })
  @Matches(RECORD_ID, { message: RECORD_ID_MESSAGE })
  recordId!: string;

  @ApiPropertyOptional({
    ...{ type: String, nullable: true, example: 'BKO-2026-000122' },
    description:
      'The recordId of a record that you sent before and that was wrong. This record takes its ' +
      'place; to correct it once more, name this one. To delete it, send it again as it was, under ' +
      'a recordId of its own and with kind deleted.',
  })
  @IsOptional()
  @Matches(RECORD_ID, { message: RECORD_ID_MESSAGE })
  corrects?: string | null;

  @ApiProperty({
    enum: movementKinds,
    description: 'deleted: what the record in `corrects` says did not happen',
  })
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

  @ApiPropertyOptional({
    ...{ type: MovementTraveller, nullable: true },
    description:
      'Only looked at when nobody is known by the document: then it helps an officer to find whose ' +
      'journey it is.',
  })
  @IsOptional()
  @IsObject({ message: TRAVELLER })
  @IsInstance(MovementTraveller, { message: TRAVELLER })
  @ValidateNested()
  @Type(() => MovementTraveller)
  traveller?: MovementTraveller | null;
}

export const readMovement = (raw: unknown) => readItem(MovementItem, 'a movement', raw);
