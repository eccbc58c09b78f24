import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Policies that let staff and rules see everything ask it as one question of yes or no, before any row
 * is looked at. They asked who it is and compared: for a comparison the planner expects one row in a
 * hundred to pass, and sorted a whole table for a page that a walk along an index finds. They show
 * what they showed.
 * Locks: each table of these policies exclusively, for an instant.
 * Back out: forward only; the former text says the same.
 */
export class PoliciesSayYesOrNo1764100000223 implements MigrationInterface {
  name = 'PoliciesSayYesOrNo1764100000223';

  async up(q: QueryRunner): Promise<void> {
    await q.query(YES_OR_NO);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const YES_OR_NO = `
  do $$
  declare
    p record;
    compared constant text :=
      '\\( SELECT app\\.scope\\(\\) AS scope\\) = ANY \\(ARRAY\\[''staff''::text, ''system''::text\\]\\)';
    asked constant text := '(select app.scope() in (''staff'', ''system''))';
  begin
    for p in select * from pg_policies where coalesce(qual, '') || coalesce(with_check, '') ~ compared
    loop
      execute format('alter policy %I on %I.%I', p.policyname, p.schemaname, p.tablename)
        || coalesce(' using (' || regexp_replace(p.qual, compared, asked, 'g') || ')', '')
        || coalesce(' with check (' || regexp_replace(p.with_check, compared, asked, 'g') || ')', '');
    end loop;
  end $$;
`;
