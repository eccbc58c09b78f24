import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from './history.ts';
import { IMPORT_GUARDS } from './import/guards.ts';
import { IMPORT_RIGHTS } from './import/rights.ts';
import { IMPORT_TABLES, IMPORTED_MOVEMENTS } from './import/tables.ts';
import { within } from './ranges/within.ts';

/**
 * Records that people bring in, by a file or by hand (R15): an officer sends them, the worker reads
 * them through, another person lets them count, and only then does the worker make them records. The
 * database holds that, whatever the code of a process does. Each record says by which way it came.
 * Locks: movement exclusively while its rows are checked once; account briefly, for foreign keys.
 * Back out: drop what is made here while no record was brought in; after that forward only.
 */
export class CreateMovementImport1764100000450 implements MigrationInterface {
  name = 'CreateMovementImport1764100000450';

  async up(q: QueryRunner): Promise<void> {
    await q.query(IMPORT_TABLES);
    await q.query(historyTable('movement_import'));
    await q.query(IMPORTED_MOVEMENTS);
    await q.query(IMPORT_RIGHTS);
    await q.query(IMPORT_GUARDS);
    await q.query(ORACLE);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const ORACLE = `
  create schema travel;
  grant usage on schema travel to worker, auditor;
  create view travel.oracle with (security_invoker = true) as
    select 'movement: two people stand behind what was brought in' as "check",
      i.id::text as offender
    from movement_import i
    where ${within('i.id')} and (i.state not in ('confirmed', 'imported')
        or i.decided_by is null or i.decided_by = i.sent_by)
      and exists (select from movement m where m.import_id = i.id)
    union all
    select 'movement: it is of the programme and the way of its import', m.id::text
    from movement_import i join movement m on m.import_id = i.id
    where ${within('i.id')}
      and (m.programme_code, m.source) is distinct from (i.programme_code, i.source)
    union all
    select 'import: its records are as many as it brought in', i.id::text
    from movement_import i
    where ${within('i.id')} and i.loaded <> (select count(*) from movement m
      where m.import_id = i.id);
  create view travel.oracle_key with (security_invoker = true) as select id from movement_import;
  grant select on travel.oracle, travel.oracle_key to worker, auditor;
`;
