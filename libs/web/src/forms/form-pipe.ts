import type { PipeTransform } from '@nestjs/common';
import { plainToInstance, Transform } from 'class-transformer';
import { getMetadataStorage, validate, type ValidationError } from 'class-validator';
import { arrived, pick } from './arrival.ts';
import type { ErrorParam, FieldError } from './errors.ts';

export interface PostedForm<T> {
  /** What was sent, only the fields that the DTO names. Show it again when there are errors. */
  readonly value: T;
  readonly errors: readonly FieldError[];
}

/** Spaces around what was typed are dropped. Not for passwords. */
export const Trimmed = () =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

function errorOf(e: ValidationError): FieldError[] {
  // The first broken rule speaks: the decorator nearest to the property.
  const [rule, key] = Object.entries(e.constraints ?? {})[0] ?? [];
  const params = rule ? (e.contexts?.[rule] as Record<string, ErrorParam> | undefined) : undefined;
  return key ? [{ field: e.property, key, ...(params && { params }) }] : [];
}

/** The fields that a DTO has rules for. */
function fieldsOf(Dto: new () => object): string[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(Dto, '', false, false);
  return [...new Set(rules.map((rule) => rule.propertyName))];
}

/**
 * `@Body(FormPipe(SignInForm)) form: PostedForm<SignInForm>`. The `message` of each rule is a text
 * key; values for its words go in `context`. Never throws: the page shows the errors.
 *
 * Only the DTO's own fields are taken, and only text: what a stranger may send besides, however
 * deep or wide, is never walked through.
 */
export function FormPipe<T extends object>(Dto: new () => T): PipeTransform {
  return {
    async transform(body: unknown): Promise<PostedForm<T>> {
      const sent = pick(body, fieldsOf(Dto)).flatMap(([name, value]) => {
        const text = arrived(value);
        return text === undefined ? [] : [[name, text] as const];
      });
      const value = plainToInstance(Dto, Object.fromEntries(sent));
      const found = await validate(value, { whitelist: true, forbidUnknownValues: true });
      return { value, errors: found.flatMap(errorOf) };
    },
  };
}
