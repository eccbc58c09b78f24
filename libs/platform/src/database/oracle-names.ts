// Which checks there are. Read by the worker and by `npm run oracle`: erasable TypeScript.

/** Every view called `oracle`, in whatever schema: a library adds its own by making one. */
export const findViews = `
  select schemaname as schema, definition from pg_views where viewname = 'oracle'
  order by schemaname`;

/** Of these views each has the ids of what its checks look at, in a view beside it. */
export const findKeys = `
  select schemaname as schema from pg_views where viewname = 'oracle_key' order by schemaname`;

/** The names in a view's text: a check that finds nothing must be listed as well. */
export function namesIn(schema: string, definition: string): string[] {
  const names = [...definition.matchAll(/'((?:[^']|'')+)'::text AS "check"/g)].map(([, name]) =>
    (name ?? '').replaceAll("''", "'"),
  );
  if (names.length === 0) {
    throw new Error(`${schema}.oracle names no checks; it cannot be trusted.`);
  }
  return names;
}
