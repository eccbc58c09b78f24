// What the statements of these files are put together from.

/** When a step of a part was, and when a part began and came to its state. */
export const AT = `c.opened_at + s.hours * c.pace * interval '1 hour'`;
export const BEGUN = `c.opened_at + p.begun * c.pace * interval '1 hour'`;
export const SINCE = `c.opened_at + p.since * c.pace * interval '1 hour'`;
export const of = (column: string) => `(select ${column} from seed_programme)`;
export const AMOUNT = of('amount');
export const CURRENCY = of('currency');

/** The cases whose story has a part, as p. */
export const having = (...parts: string[]) =>
  `seed_case c join seed_parts p on p.story = c.story
     and p.part in (${parts.map((part) => `'${part}'`).join(', ')})
   join seed_staff w on w.consulate = c.consulate`;

/** The cases whose story has a step, as s. */
export const where = (part: string, ...events: string[]) =>
  `seed_case c join seed_step s on s.story = c.story and s.part = '${part}'
     and s.event in (${events.map((event) => `'${event}'`).join(', ')})
   join seed_staff w on w.consulate = c.consulate`;

export const has = (part: string, event: string) =>
  `exists (select from seed_step h where h.story = c.story and h.part = '${part}'
     and h.event = '${event}')`;

export const ACTOR_KIND = `case when s.by in ('rule', 'worker', 'processor') then 'system' else 'account' end`;
export const ACTOR = `case when s.by in ('applicant', 'payer') then c.account
  when s.by in ('rule', 'worker', 'processor') then null
  when s.by = 'treasury' then case s.event when 'approved' then w.treasury2 else w.treasury end
  when s.by in ('head_of_section', 'head of section', 'two people') then w.second
  else w.officer end`;
