export interface Row {
  readonly reference: string;
  readonly state: string;
  readonly since: Date;
  readonly submitted: Date;
  readonly assigned_to: string | null;
  readonly traveller: string | null;
  readonly arrives_on: Date | null;
  readonly purpose: string | null;
  readonly bond_state: string | null;
  readonly post_by: Date | null;
  readonly valid_until: Date | null;
  readonly leave_by: Date | null;
  readonly is_proposed: boolean;
  readonly city: string;
  readonly programme: string;
  readonly holder: string | null;
}

/** Who is asking, with the roles. */
export const STAFF = `
  select a.id, a.display_name as name,
    array(select role from account_role r where r.account_id = a.id) as roles
  from account a where a.id = $1`;

export const CONSULATES = `select id, city from consulate order by programme_code, country, city`;

export const TOTAL = `select count(*)::int as total from visa_case where submitted_at is not null`;

/** One page with everything that its lines say. */
export const ROWS = `
  select c.reference, c.state, c.state_since as since, c.submitted_at as submitted, c.assigned_to,
    t.name as traveller, s.arrives_on, s.purpose, b.state as bond_state, b.post_by, v.valid_until,
    v.leave_by, d.id is not null as is_proposed, o.city, c.programme_code as programme,
    h.display_name as holder
  from (
    select * from visa_case where submitted_at is not null
    order by submitted_at desc, id desc offset $1 limit $2
  ) c
  join consulate o on o.id = c.consulate_id
  left join peer.traveller t on t.person_id = c.person_id
  left join case_submission s on s.case_id = c.id
  left join bond b on b.case_id = c.id
  left join visa v on v.case_id = c.id
  left join bond_direction d on d.case_id = c.id and d.state = 'proposed'
  left join account h on h.id = c.assigned_to
  order by c.submitted_at desc, c.id desc`;

/** What only this program needs: an index in the order of its list, sessions, and names in the clear. */
export const PREPARE = `
  create schema peer;
  create table peer.session (sid text primary key, sess json not null, expire timestamp not null);
  create index peer_queue on visa_case (submitted_at desc, id desc) where submitted_at is not null;
  create table peer.traveller (person_id uuid primary key, name text not null);`;
