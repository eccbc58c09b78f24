import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A move of state that finds no row to move fails by itself, so that nobody has to wait for its
 * answer: it is sent together with what follows it.
 * Locks: none, the function is new. Back out: drop it.
 */
export class MovesSayWhenTheyMiss1764100000200 implements MigrationInterface {
  name = 'MovesSayWhenTheyMiss1764100000200';

  async up(q: QueryRunner): Promise<void> {
    // Volatile, so that it is asked although nobody looks at what it answers.
    await q.query(`
      create function app.must_be_one(rows bigint) returns void language plpgsql volatile as $$
      begin
        if rows <> 1 then
          raise exception '% rows where there must be one', rows using errcode = 'VB010';
        end if;
      end $$;
      revoke execute on function app.must_be_one(bigint) from public;
      grant execute on function app.must_be_one(bigint) to portal, officer, api, worker`);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}
