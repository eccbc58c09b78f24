import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A person has a parked or failed event of the processor tried again, and it is counted. Officers get
 * this function and no right to write events: what an event says is the processor's alone.
 * Locks: processor_event for an instant.
 * Back out: forward only; the column and the function can stay unused.
 */
export class TryAnEventAgain1764100000421 implements MigrationInterface {
  name = 'TryAnEventAgain1764100000421';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      alter table processor_event add asked_again integer not null default 0
        constraint processor_event_asked_again check (asked_again >= 0)`);
    await q.query(FUNCTION);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

// False when no such event waits for a person, as after a second press.
const FUNCTION = `
  create function app.try_event_again(p_event text) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
  begin
    if app.process() = 'officer' and not app.works_as('treasury') then
      raise exception 'the treasury has an event tried again' using errcode = '42501';
    end if;
    update processor_event set state = 'received', attempts = 0, processed_at = null,
      next_attempt_at = clock_timestamp(), asked_again = asked_again + 1
      where id = p_event and state in ('parked', 'failed');
    return found;
  end $$;
  revoke execute on function app.try_event_again(text) from public;
  grant execute on function app.try_event_again(text) to officer, worker;
`;
