import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is told in public of each programme and quarter. The worker adds; nobody changes what was told.
 * The indexes find a quarter's steps, so that counting one does not grow with the past.
 * Locks: bond_history and breach_ruling_history take no steps while their index is built; seconds for a
 * million bonds. Back out: drop the table and the two indexes.
 */
export class PublishFigures1764100000510 implements MigrationInterface {
  name = 'PublishFigures1764100000510';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      create table published_figure (
        programme_code text not null references programme (code),
        quarter date not null check (quarter = date_trunc('quarter', quarter::timestamp)::date),
        part text not null check (part ~ '^[a-z_]+([.][a-z_]+)?$'),
        name text not null check (name ~ '^[a-z_]+$'),
        value integer check (value >= 0),
        as_of timestamptz not null,
        constraint published_figure_key primary key (programme_code, quarter, part, name)
      );
      create trigger append_only before update or delete or truncate on published_figure
        for each statement execute function app.refuse_change();
      grant select on published_figure to portal, worker, auditor;
      grant insert on published_figure to worker;

      create index bond_history_ended on bond_history (happened_at)
        where event in ('cancelled', 'late_proof_accepted', 'became_final');
      create index breach_ruling_history_carried_out on breach_ruling_history (happened_at)
        where event = 'carried_out';
      create index refund_decided on refund (programme_code, created_at) where owner_kind = 'bond';
    `);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
