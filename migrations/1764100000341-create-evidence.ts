import type { MigrationInterface, QueryRunner } from 'typeorm';
import { historyTable } from './history.ts';

/**
 * Evidence of departure: what a traveller states and sends, and what two people make of it. The
 * portal's login writes drafts of its own person and sends them; the officer's proposes and decides,
 * each in their own name; the worker's carries out what the ledger says two people decided.
 * Locks: visa_case, bond, consulate, account, contact_point and upload briefly, for foreign keys.
 * Back out: forward only, since these rows say why money went back.
 */
export class CreateEvidence1764100000341 implements MigrationInterface {
  name = 'CreateEvidence1764100000341';

  async up(q: QueryRunner): Promise<void> {
    await q.query(EVIDENCE);
    await q.query(historyTable('evidence'));
    await q.query(UPLOADS);
    await q.query(GUARD);
    await q.query(RIGHTS);
    await q.query(POLICIES);
    await q.query(ORACLE);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const EVIDENCE = `
  create table evidence (
    id uuid primary key,
    case_id uuid not null references visa_case (id),
    bond_id uuid not null references bond (id),
    reference text not null,
    consulate_id uuid not null references consulate (id),
    applicant_account_id uuid not null references account (id),
    contact_point_id uuid not null references contact_point (id),
    kind text not null constraint evidence_kind
      check (kind in ('boarding_pass', 'stamp', 'ticket', 'foreign_record')),
    departed_on date not null,
    port_code text constraint evidence_port_code check (port_code ~ '^[A-Z]{3}$'),
    state text not null constraint evidence_state check (state in
      ('draft', 'sent', 'proposed', 'accepted', 'settled', 'refused', 'not_needed')),
    state_since timestamptz not null,
    version integer not null default 1,
    sent_at timestamptz,
    proposal text constraint evidence_proposal check (proposal in ('accept', 'refuse')),
    checks text[] not null default '{}' constraint evidence_checks check (checks <@
      '{name,document_number,date,port,legible,source}'::text[] and cardinality(checks) <= 6),
    refusal_reason text
      constraint evidence_refusal_reason check (refusal_reason ~ '^[a-z_]{1,40}$'),
    proposed_by uuid references account (id),
    decided_by uuid references account (id),
    decision_id uuid references ledger.decision (id),
    constraint evidence_two_people check (decided_by <> proposed_by),
    constraint evidence_decision unique (decision_id),
    constraint evidence_sent check (case state when 'draft' then sent_at is null
      when 'not_needed' then true else sent_at is not null end),
    constraint evidence_proposed check (
      (proposal is null) = (proposed_by is null)
      and (proposal is not distinct from 'accept') = (decision_id is not null)
      and (proposal is not distinct from 'refuse') = (refusal_reason is not null)
      and (proposal is distinct from 'accept' or cardinality(checks) = 6)
      and case state when 'draft' then proposal is null when 'sent' then proposal is null
        when 'not_needed' then true else proposal is not null end),
    constraint evidence_decided check (
      (state not in ('accepted', 'settled') or proposal = 'accept' and decided_by is not null)
      and (state <> 'refused' or proposal = 'refuse' and decided_by is not null)
      and (state not in ('draft', 'sent', 'proposed') or decided_by is null))
  );
  create unique index evidence_one_open on evidence (case_id)
    where state in ('draft', 'sent', 'proposed', 'accepted');
  create index evidence_of_case on evidence (case_id);
  create index evidence_on_desk on evidence (sent_at, id) where state in ('sent', 'proposed');
  create index evidence_accepted on evidence (state_since) where state = 'accepted';
`;

const UPLOADS = `
  create table evidence_upload (
    evidence_id uuid not null references evidence (id),
    upload_id uuid not null references upload (id),
    primary key (evidence_id, upload_id)
  );
  create trigger append_only before update or delete or truncate on evidence_upload
    for each statement execute function app.refuse_change();
`;

// Each of the two in their own name, a head of section the second; and what they accept is what the
// ledger says they decided.
const GUARD = `
  create function app.guard_evidence() returns trigger language plpgsql as $$
  begin
    if new.proposed_by is distinct from old.proposed_by
       and not (old.state = 'sent' and new.state = 'proposed' and new.proposed_by = app.actor()
         or new.state = 'sent' and new.proposed_by is null)
       or new.decided_by is distinct from old.decided_by
       and not (old.state = 'proposed' and old.decided_by is null
           and new.decided_by = app.actor()
         or new.state = 'sent' and new.decided_by is null) then
      raise exception 'evidence %: one proposes and decides in one''s own name', old.id
        using errcode = 'VB005';
    end if;
    if app.process() = 'officer' and not (case old.state
        when 'proposed' then app.works_as('head_of_section')
        else app.works_as('officer', 'head_of_section') end) then
      raise exception 'evidence %: not with this role', old.id using errcode = '42501';
    end if;
    if old.state = 'proposed' and new.state = 'sent' and old.proposed_by = app.actor() then
      raise exception 'evidence %: another sends it back', old.id using errcode = 'VB005';
    end if;
    if new.state <> 'accepted' then return new; end if;
    -- By itself: the portal's login may not even ask the ledger.
    if not exists (select from ledger.decision d
        where d.id = new.decision_id and d.owner_id = new.bond_id and d.forfeit = 0
          and d.requested_by = new.proposed_by and d.approved_by = new.decided_by) then
      raise exception 'evidence %: the ledger knows no decision of these two', old.id
        using errcode = 'VB003';
    end if;
    return new;
  end $$;
  revoke execute on function app.guard_evidence() from public;
  create trigger guard_evidence before update of state, proposed_by, decided_by on evidence
    for each row execute function app.guard_evidence();
`;

const RIGHTS = `
  grant select on evidence, evidence_history, evidence_upload
    to portal, officer, worker, auditor;
  grant insert on evidence, evidence_upload to portal;
  grant insert on evidence_history to portal, officer, worker;
  grant update (kind, departed_on, port_code, state, state_since, version, sent_at)
    on evidence to portal;
  grant update (state, state_since, version, proposal, checks, refusal_reason, proposed_by,
    decided_by, decision_id) on evidence to officer, worker;
`;

const POLICIES = ['evidence', 'evidence_history', 'evidence_upload']
  .map((table) => {
    const own = {
      evidence: `(select app.scope()) = 'applicant'
        and applicant_account_id = (select app.actor())`,
      evidence_history: 'exists (select from evidence e where e.id = owner_id)',
      evidence_upload: 'exists (select from evidence e where e.id = evidence_id)',
    }[table]!;
    return `
      alter table ${table} enable row level security;
      alter table ${table} force row level security;
      create policy own on ${table} to migrator, portal
        using ((select app.scope() in ('staff', 'system')) or ${own});
      create policy by_staff on ${table} to officer using ((select app.scope() = 'staff'));
      create policy by_rules on ${table} to worker
        using (current_setting('app.scope', true) = 'system');
      create policy auditor on ${table} for select to auditor using (true);`;
  })
  .concat(
    `
  create policy portal_begins on evidence as restrictive for insert to portal
    with check (state = 'draft' and exists (select from bond b where b.id = bond_id
      and b.case_id = evidence.case_id and b.reference = evidence.reference
      and b.applicant_account_id = evidence.applicant_account_id)
      and exists (select from visa_case c where c.id = evidence.case_id
        and (c.consulate_id, c.contact_point_id)
          = (evidence.consulate_id, evidence.contact_point_id)));
  create policy portal_sends on evidence as restrictive for update to portal
    using (state = 'draft') with check (state in ('draft', 'sent'));
  create policy portal_sends on evidence_history as restrictive for insert to portal
    with check (event = 'sent' and actor_id = (select app.actor()));
  create policy portal_adds on evidence_upload as restrictive for insert to portal
    with check (exists (select from evidence e join upload u on u.case_id = e.case_id
      where e.id = evidence_id and u.id = upload_id and e.state = 'draft'));
  create policy officer_decides on evidence as restrictive for update to officer
    using (state in ('sent', 'proposed'))
    with check (state in ('sent', 'proposed', 'accepted', 'refused'));
  create policy officer_decides on evidence_history as restrictive for insert to officer
    with check (event in ('proposed', 'sent_back', 'accepted', 'refused')
      and actor_id = (select app.actor()));
  `,
  )
  .join('\n');

const ORACLE = `
  create schema departure;
  grant usage on schema departure to worker, auditor;
  create view departure.oracle with (security_invoker = true) as
    select 'evidence: it is of its case, its bond and its applicant' as "check",
      e.id::text as offender
    from evidence e join bond b on b.id = e.bond_id join visa_case c on c.id = b.case_id
    where (e.case_id, e.reference, e.applicant_account_id)
        is distinct from (b.case_id, b.reference, b.applicant_account_id)
      or e.contact_point_id <> c.contact_point_id or e.consulate_id <> c.consulate_id
    union all
    select 'evidence: what was sent has its files, of its case', e.id::text
    from evidence e
    where e.sent_at is not null and not exists (select from evidence_upload x
        where x.evidence_id = e.id)
      or exists (select from evidence_upload x join upload u on u.id = x.upload_id
        where x.evidence_id = e.id and u.case_id <> e.case_id)
    union all
    select 'evidence: the ledger knows who decided it', e.id::text
    from evidence e
    where e.state in ('accepted', 'settled') and not exists (select from ledger.decision d
      where d.id = e.decision_id and d.owner_id = e.bond_id and d.forfeit = 0
        and d.requested_by = e.proposed_by and d.approved_by = e.decided_by)
    union all
    select 'evidence: carried out is a refund of its decision, on a departure in time', e.id::text
    from evidence e
    where e.state = 'settled' and not exists (select from refund r join visa v
      on v.case_id = r.case_id
      where r.decision_id = e.decision_id and r.bond_id = e.bond_id
        and e.departed_on <= v.leave_by and e.departed_on = v.departed_on)
    union all
    select 'refund: what two people decided has the evidence for it', r.id::text
    from refund r join ledger.decision d on d.id = r.decision_id
    where d.rule is null and r.rule = 'R15a' and not exists (select from evidence e
      where e.decision_id = d.id and e.state = 'settled' and e.bond_id = r.bond_id);
  grant select on departure.oracle to worker, auditor;
`;
