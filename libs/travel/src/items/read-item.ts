import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';

/** What is wrong with one field of an item. Never repeats the value. */
@ApiSchema({ name: 'FieldError' })
export class ItemFault {
  @ApiProperty({ example: 'document.number' })
  readonly field!: string;

  @ApiProperty({ description: 'How to mend it' })
  readonly message!: string;
}

const flatten = (errors: readonly ValidationError[], what: string, under = ''): ItemFault[] =>
  errors.flatMap((e) => {
    const field = under + e.property;
    // An unknown name could be anything, also somebody's data: long ones are cut.
    const own = Object.entries(e.constraints ?? {})
      .slice(0, 1)
      .map(([name, message]) => ({
        field: field.slice(0, 64),
        message: name === 'whitelistValidation' ? `is not a field of ${what}` : message,
      }));
    return [...own, ...flatten(e.children ?? [], what, `${field}.`)];
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

/** Checks one item of a call by its shape; `what` names it in messages: a movement. */
export function readItem<T extends object>(
  type: ClassConstructor<T>,
  what: string,
  raw: unknown,
): { item: T } | { errors: ItemFault[] } {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return { errors: [{ field: '', message: 'must be an object' }] };
  }
  const item = plainToInstance(type, inShape(raw));
  const errors = flatten(
    validateSync(item, { whitelist: true, forbidNonWhitelisted: true, stopAtFirstError: true }),
    what,
  );
  return errors.length ? { errors } : { item };
}
