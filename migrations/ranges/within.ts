export const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** SQL: this id lies in the range that is looked at. Without a setting that is every id there is. */
export const within = (id: string): string =>
  `${id} between app.oracle_first() and app.oracle_last()`;

/**
 * The range is told by settings, so that one view serves a part and the whole. Not coalesce(): what has
 * it in it the planner does not look up by an index beneath row-level security.
 */
export const RANGE = `
  create function app.oracle_first() returns uuid language sql stable as $$
    select case when current_setting('oracle.first', true) <> ''
      then current_setting('oracle.first', true)::uuid else '${FIRST_ID}'::uuid end
  $$;
  create function app.oracle_last() returns uuid language sql stable as $$
    select case when current_setting('oracle.last', true) <> ''
      then current_setting('oracle.last', true)::uuid else '${LAST_ID}'::uuid end
  $$;
  revoke execute on function app.oracle_first(), app.oracle_last() from public;
  grant execute on function app.oracle_first(), app.oracle_last() to worker, auditor;
`;
