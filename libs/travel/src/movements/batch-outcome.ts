import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { movementLifecycle } from '../domain/movement.lifecycle.ts';

/** How far a record is, as its border system is told: nothing of whose it is. */
const statuses = [
  ...new Set(movementLifecycle.states.map((state) => movementLifecycle.publicStatusOf(state))),
];
export type RecordStatus = (typeof statuses)[number];

@ApiSchema({ name: 'OutcomeItem' })
export class OutcomeItem {
  @ApiProperty({ description: 'Place in the batch, from 0' })
  readonly index!: number;

  @ApiProperty({ type: String, nullable: true, example: 'BKO-2026-000123' })
  readonly recordId!: string | null;

  @ApiProperty({ enum: ['accepted', 'duplicate', 'rejected'], description: 'As in the receipt' })
  readonly result!: 'accepted' | 'duplicate' | 'rejected';

  @ApiPropertyOptional({
    enum: statuses,
    description:
      'received: not looked at yet. looking_for_traveller: nobody is known by the document. ' +
      'used: assessed. with_officer: no rule decides it. not_used: officers decided that it does not ' +
      'count; only another record of yours changes that. corrected: another record of yours took ' +
      'its place. Left out of what was rejected.',
  })
  readonly status?: RecordStatus;

  @ApiPropertyOptional({ format: 'date-time', description: 'Since when' })
  readonly since?: string;
}

/** What has become of each item of a batch by now. */
@ApiSchema({ name: 'Outcome' })
export class BatchOutcome {
  @ApiProperty({ format: 'uuid' })
  readonly batchId!: string;

  @ApiProperty({ format: 'date-time' })
  readonly receivedAt!: string;

  @ApiProperty({ description: 'False while an item has not been looked at' })
  readonly done!: boolean;

  @ApiProperty({ type: [OutcomeItem] })
  readonly items!: readonly OutcomeItem[];
}
