import type pg from 'pg';

/** The check of that name on that table, and the one of the domain that it casts to, if it does. */
const CHECKS = `
  select pg_get_constraintdef(c.oid) as own, pg_get_constraintdef(d.oid) as domain
  from pg_constraint c
  left join pg_depend p on p.classid = 'pg_constraint'::regclass and p.objid = c.oid
    and p.refclassid = 'pg_type'::regclass
  left join pg_constraint d on d.contypid = p.refobjid
  where c.conrelid = $1::regclass and c.contype = 'c' and c.conname = $2`;

/** What a table's check says of its values, be it in a domain; empty when there is no such check. */
export async function textOfCheck(
  client: Pick<pg.Client, 'query'>,
  table: string,
  constraint: string,
): Promise<string> {
  type Found = { own: string; domain: string | null };
  const { rows } = await client.query<Found>(CHECKS, [table, constraint]);
  if (rows.length > 1) throw new Error(`${constraint} casts to several domains`);
  return rows[0]?.domain ?? rows[0]?.own ?? '';
}

/** The texts that it lets in. */
export async function valuesOfCheck(...of: Parameters<typeof textOfCheck>): Promise<string[]> {
  return [...(await textOfCheck(...of)).matchAll(/'([a-z_]+)'/g)].map((found) => found[1]!).sort();
}
