import { ok, refused, Temporal, type Result } from '#kernel';
import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';
import { IsDay, IsPort } from '../items/fields.ts';
import { readItem } from '../items/read-item.ts';
import type { StatedMark } from '../domain/feed-mark.ts';

const MARKS_MAX = 100;
const BODY_BYTES_MAX = 50_000;

/** One mark as a border system sends it: what is checked and what OpenAPI shows. */
@ApiSchema({ name: 'FeedMark' })
export class FeedMarkItem {
  @ApiProperty({ example: 'BKO', description: 'Code of the port' })
  @IsPort()
  port!: string;

  @ApiProperty({
    ...{ type: String, format: 'date', example: '2026-11-23' },
    description:
      'The last day, at the port, of which you have sent every record. It must be over there.',
  })
  @IsDay()
  through!: string;

  @ApiPropertyOptional({
    type: Boolean,
    description: 'true: this takes back a later day that you stated before',
  })
  @IsOptional()
  @IsBoolean({ message: 'must be true or false' })
  correction?: boolean;
}

/** A call as OpenAPI shows it; its items are checked one by one. */
@ApiSchema({ name: 'FeedMarks' })
export class FeedMarksBody {
  @ApiProperty({ type: [FeedMarkItem], minItems: 1, maxItems: MARKS_MAX })
  marks!: FeedMarkItem[];
}

export type FeedBodyRefusal = 'body_too_large' | 'not_marks' | 'too_many_items';

/** The marks of a call as they were sent, each still unchecked. */
export function marksOf(body: Buffer): Result<unknown[], FeedBodyRefusal> {
  if (body.length > BODY_BYTES_MAX) return refused('body_too_large');
  let call: unknown;
  try {
    call = JSON.parse(body.toString('utf8'));
  } catch {
    return refused('not_marks');
  }
  const { marks } = (call ?? {}) as { marks?: unknown };
  if (!Array.isArray(marks) || marks.length === 0) return refused('not_marks');
  return marks.length > MARKS_MAX ? refused('too_many_items') : ok(marks);
}

export const readMark = (raw: unknown) => readItem(FeedMarkItem, 'a mark', raw);

export const statedOf = (item: FeedMarkItem): StatedMark => ({
  through: Temporal.PlainDate.from(item.through),
  isCorrection: item.correction === true,
});

/** One text for the same mark, signed or stored. */
export const markLine = (m: StatedMark & { readonly port: string }): string =>
  JSON.stringify([m.port, m.through.toString(), m.isCorrection]);
