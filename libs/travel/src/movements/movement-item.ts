import { stateOf } from '#identity';
import { Temporal } from '#kernel';
import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { plainToInstance, Type } from 'class-transformer';
import {
  IsDefined,
  IsIn,
  IsInstance,
  IsObject,
  IsOptional,
  Matches,
  MaxLength,
  ValidateBy,
  ValidateNested,
  validateSync,
  type ValidationError,
} from 'class-validator';
import { movementKinds, type MovementKind } from '../domain/movement.lifecycle.ts';

const parses = (parse: (text: string) => unknown) => (value: unknown) => {
  try {
    return typeof value === 'string' && parse(value) !== undefined;
  } catch {
    return false;
  }
};

const MOMENT =
  'must be a moment with its offset, such as 2026-11-24T09:30:00Z or 2026-11-24T10:30:00+01:00';
const IsMoment = () =>
  ValidateBy(
    { name: 'isMoment', validator: { validate: parses((t) => Temporal.Instant.from(t)) } },
    { message: MOMENT },
  );
const IsDay = () =>
  ValidateBy(
    {
      name: 'isDay',
      validator: {
        validate: (v) =>
          typeof v === 'string' &&
          /^\d{4}-\d{2}-\d{2}$/.test(v) &&
          parses((t) => Temporal.PlainDate.from(t, { overflow: 'reject' }))(v),
      },
    },
    { message: 'must be a day, such as 2026-12-24' },
  );

const IsState = () =>
  ValidateBy(
    {
      name: 'isState',
      validator: {
        validate: (v) => typeof v === 'string' && v.length <= 10 && stateOf(v) !== null,
      },
    },
    { message: 'must be the code of a state, such as USA or US; no state has this one' },
  );

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
  @Matches(/^[A-Za-z0-9][A-Za-z0-9 .<-]{0,19}$/, {
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
  @Matches(/^[A-Za-z0-9._:-]{1,64}$/, {
    message: 'must be 1 to 64 letters, digits or . _ : -',
  })
  recordId!: string;

  @ApiProperty({ enum: movementKinds })
  @IsIn(movementKinds, { message: `must be one of ${movementKinds.join(', ')}` })
  kind!: MovementKind;

  @ApiProperty({ example: 'BKO', description: 'Code of the port' })
  @Matches(/^[A-Z0-9]{2,8}$/, { message: 'must be the code of a port, such as BKO' })
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

/** What is wrong with one field of an item. Never repeats the value. */
@ApiSchema({ name: 'FieldError' })
export class ItemFault {
  @ApiProperty({ example: 'document.number' })
  readonly field!: string;

  @ApiProperty({ description: 'How to mend it' })
  readonly message!: string;
}

const flatten = (errors: readonly ValidationError[], under = ''): ItemFault[] =>
  errors.flatMap((e) => {
    const field = under + e.property;
    // An unknown name could be anything, also somebody's data: long ones are cut.
    const own = Object.entries(e.constraints ?? {})
      .slice(0, 1)
      .map(([name, message]) => ({
        field: field.slice(0, 64),
        message: name === 'whitelistValidation' ? 'is not a field of a movement' : message,
      }));
    return [...own, ...flatten(e.children ?? [], `${field}.`)];
  });

const FIELDS_MAX = 20;

/**
 * As deep and as wide as an item can be and no further: what reads it next walks through all that it
 * is given. Whatever is too deep becomes empty, which no rule of a field accepts.
 */
function inShape(raw: object, depth = 2): object {
  const fields = Object.entries(raw).slice(0, FIELDS_MAX);
  const shallow = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return [];
    return depth > 1 ? inShape(value, depth - 1) : {};
  };
  return Object.fromEntries(fields.map(([name, value]) => [name, shallow(value)]));
}

/** Checks one item of a batch by its shape. */
export function readItem(raw: unknown): { item: MovementItem } | { errors: ItemFault[] } {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return { errors: [{ field: '', message: 'must be an object' }] };
  }
  const item = plainToInstance(MovementItem, inShape(raw));
  const errors = flatten(
    validateSync(item, { whitelist: true, forbidNonWhitelisted: true, stopAtFirstError: true }),
  );
  return errors.length ? { errors } : { item };
}
