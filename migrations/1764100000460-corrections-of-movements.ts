import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A border system corrects or deletes one of its records by another that names it. The older row stays
 * as it was and is superseded; each is corrected once, and by its own border system only, which the
 * foreign key holds. A deletion is about another record, so it is used without a traveller.
 * Locks: movement exclusively while the index is made and its rows are read.
 * Back out: drop the columns and constraints made here while no record corrects another.
 */
export class CorrectionsOfMovements1764100000460 implements MigrationInterface {
  name = 'CorrectionsOfMovements1764100000460';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table movement add column corrects text,
        drop constraint movement_kind_check,
        add constraint movement_kind
          check (kind in ('admitted', 'departed', 'refused', 'deleted')),
        add constraint movement_deletes check (kind <> 'deleted' or corrects is not null),
        add constraint movement_corrects_another check (corrects <> record_id),
        add constraint movement_corrected_once unique (client_id, corrects),
        add constraint movement_corrects foreign key (client_id, corrects)
          references movement (client_id, record_id);
      alter domain movement_state drop constraint movement_state;
      alter domain movement_state add constraint movement_state check (value in
        ('received', 'matched', 'unmatched', 'assessed', 'set_aside', 'superseded'));
      alter table movement drop constraint movement_traveller,
        add constraint movement_traveller check ((person_id is null) = (document_id is null)
          and (person_id is not null or kind = 'deleted'
            or state in ('received', 'unmatched', 'set_aside', 'superseded')))`);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
