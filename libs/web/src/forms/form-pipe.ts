import type { PipeTransform } from '@nestjs/common';
import { plainToInstance, Transform } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { withoutNul } from './answers.ts';
import type { ErrorParam, FieldError } from './errors.ts';

export interface PostedForm<T> {
  /** What was sent, only the fields that the DTO names. Show it again when there are errors. */
  readonly value: T;
  readonly errors: readonly FieldError[];
}

/** Spaces around what was typed are dropped. Not for passwords. */
export const Trimmed = () =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? withoutNul(value).trim() : value,
  );

function flatten(found: readonly ValidationError[], prefix = ''): FieldError[] {
  return found.flatMap((e) => {
    const field = prefix + e.property;
    // The first broken rule speaks: the decorator nearest to the property.
    const [rule, key] = Object.entries(e.constraints ?? {})[0] ?? [];
    const params = rule
      ? (e.contexts?.[rule] as Record<string, ErrorParam> | undefined)
      : undefined;
    const own: FieldError[] = key ? [{ field, key, ...(params && { params }) }] : [];
    return [...own, ...flatten(e.children ?? [], `${field}.`)];
  });
}

/**
 * `@Body(FormPipe(SignInForm)) form: PostedForm<SignInForm>`. The `message` of each rule is a text
 * key; values for its words go in `context`. Never throws: the page shows the errors.
 */
export function FormPipe<T extends object>(Dto: new () => T): PipeTransform {
  return {
    async transform(body: unknown): Promise<PostedForm<T>> {
      const plain = typeof body === 'object' && body !== null ? { ...body } : {};
      const value = plainToInstance(Dto, plain);
      const found = await validate(value, { whitelist: true, forbidUnknownValues: true });
      return { value, errors: flatten(found) };
    },
  };
}
