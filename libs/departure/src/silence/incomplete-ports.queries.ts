import { addDays, type PlainDate } from '#kernel';
import { dayOf, type Tx, type WaitingLists } from '#platform';
import { Injectable } from '@nestjs/common';

/** A port whose records are not complete as they should be by now. */
export interface IncompletePort {
  readonly programmeCode: string;
  readonly code: string;
  readonly name: string;
  /** The first day of which records are missing, as far as anybody has said. */
  readonly since: PlainDate;
  /** Visas and stays whose day is over and that wait for it, up to a thousand. */
  readonly waiting: number;
}

const WAITING_MAX = 1000;
/** A mark comes in the course of the day after; only then is it missed. */
const GRACE_DAYS = 2;

// Ports that are listed now, of programmes with journeys that are not decided. A port is complete
// through the earliest day of those who report for it, and never where nobody does.
export const incompletePortsSql = `
  select p.programme_code, p.code, p.name, p.listed_from, f.through, today.day as today
  from port p
  cross join lateral (select (app.legal_now() at time zone p.time_zone)::date as day) today
  cross join lateral (
    select case when count(*) = count(m.complete_through) then min(m.complete_through) end as through
    from border_client c
    left join lateral (select complete_through from feed_mark
      where client_id = c.id and port_code = p.code and proof = 'proved'
      order by seq desc limit 1) m on true
    where c.programme_code = p.programme_code and c.state = 'active' and p.code = any (c.ports)) f
  where p.listed_from <= today.day and (p.listed_until is null or p.listed_until >= today.day)
    and coalesce(f.through, '-infinity') < today.day - ${GRACE_DAYS}
    and (exists (select from visa v
        where v.programme_code = p.programme_code and v.due_on is not null)
      or exists (select from evidence_request e where e.programme_code = p.programme_code
        and e.ended_at is null and e.answered_at is null))`;

/** Ports whose records hold something up, for the officers' desk. */
export const portsWaiting = {
  ports: `select from (${incompletePortsSql}) incomplete`,
} as const satisfies WaitingLists;

/** Which port's records are incomplete since when, and how much waits for them (R16). */
@Injectable()
export class IncompletePorts {
  async list(tx: Tx): Promise<IncompletePort[]> {
    const rows = await tx.query<{
      programme: string;
      code: string;
      name: string;
      through: string | null;
      listed: string;
      waiting: number;
    }>(
      `select i.programme_code as programme, i.code, i.name, i.through::text,
         i.listed_from::text as listed, (select count(*)::int from (
           (select from visa v where v.programme_code = i.programme_code
              and v.due_on < i.today and v.due_on > coalesce(i.through, '-infinity')
            limit ${WAITING_MAX})
           union all
           (select from evidence_request e where e.programme_code = i.programme_code
              and e.ended_at is null and e.answered_at is null
              and e.answer_on < i.today and e.answer_on > coalesce(i.through, '-infinity')
            limit ${WAITING_MAX})) held_up) as waiting
       from (${incompletePortsSql}) i order by i.through nulls first, i.code`,
    );
    return rows.map((r) => ({
      ...{ programmeCode: r.programme, code: r.code, name: r.name, waiting: r.waiting },
      since: r.through === null ? dayOf(r.listed) : addDays(dayOf(r.through), 1),
    }));
  }
}
