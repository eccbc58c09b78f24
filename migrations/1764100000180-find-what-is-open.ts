import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Indexes for what is asked all the time of tables that only grow: which events are open, which is
 * the newest, and which refund succeeded twice. Without them each question reads the whole past.
 * Locks: processor_event and disbursement against writing while the indexes are made: moments at a
 * million rows. Back out: drop the indexes.
 */
export class FindWhatIsOpen1764100000180 implements MigrationInterface {
  name = 'FindWhatIsOpen1764100000180';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create index processor_event_open on processor_event (state, received_at)
        where state <> 'applied';
      create index processor_event_newest on processor_event (created_at)
        where object_kind <> 'look';
      create index disbursement_again on disbursement (refund_id)
        where state = 'succeeded' and attempt > 1`);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
