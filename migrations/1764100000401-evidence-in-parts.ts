import type { MigrationInterface, QueryRunner } from 'typeorm';
import { within } from './ranges/within.ts';

/**
 * Files and proofs of departure are checked in parts, as the books are (migration 301): each check by
 * the id of what it looks at.
 * Locks: none beyond the views'. Back out: give the views their former text, drop the two of keys.
 */
export class EvidenceInParts1764100000401 implements MigrationInterface {
  name = 'EvidenceInParts1764100000401';

  async up(q: QueryRunner): Promise<void> {
    await q.query(DOCUMENTS);
    await q.query(DEPARTURE);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const DOCUMENTS = `
  create or replace view documents.oracle with (security_invoker = true) as
    select 'upload: its parts are all there, and no more' as "check", u.id::text as offender
    from upload u
    where ${within('u.id')}
      and (select array_agg(p.part order by p.part) from upload_part p where p.upload_id = u.id)
      is distinct from (select array_agg(n order by n)
        from generate_series(0, (u.bytes + 262143) / 262144 - 1) n)
    union all
    select 'upload: it is of the person and the applicant of its case', u.id::text
    from upload u join visa_case c on c.id = u.case_id
    where ${within('u.id')}
      and (u.person_id, u.account_id) is distinct from (c.person_id, c.applicant_account_id);
  create view documents.oracle_key with (security_invoker = true) as select id from upload;
  grant select on documents.oracle_key to worker, auditor;
`;

const DEPARTURE = `
  create or replace view departure.oracle with (security_invoker = true) as
    select 'evidence: it is of its case, its bond and its applicant' as "check",
      e.id::text as offender
    from evidence e join bond b on b.id = e.bond_id join visa_case c on c.id = b.case_id
    where ${within('e.id')} and ((e.case_id, e.reference, e.applicant_account_id)
        is distinct from (b.case_id, b.reference, b.applicant_account_id)
      or e.contact_point_id <> c.contact_point_id or e.consulate_id <> c.consulate_id)
    union all
    select 'evidence: what was sent has its files, of its case', e.id::text
    from evidence e
    where ${within('e.id')} and (e.sent_at is not null and not exists (
        select from evidence_upload x where x.evidence_id = e.id)
      or exists (select from evidence_upload x join upload u on u.id = x.upload_id
        where x.evidence_id = e.id and u.case_id <> e.case_id))
    union all
    select 'evidence: the ledger knows who decided it', e.id::text
    from evidence e
    where ${within('e.id')} and e.state in ('accepted', 'settled')
      and not exists (select from ledger.decision d
      where d.id = e.decision_id and d.owner_id = e.bond_id and d.forfeit = 0
        and d.requested_by = e.proposed_by and d.approved_by = e.decided_by)
    union all
    select 'evidence: carried out is a refund of its decision, on a departure in time', e.id::text
    from evidence e
    where ${within('e.id')} and e.state = 'settled'
      and not exists (select from refund r join visa v
      on v.case_id = r.case_id
      where r.decision_id = e.decision_id and r.bond_id = e.bond_id
        and e.departed_on <= v.leave_by and e.departed_on = v.departed_on)
    union all
    select 'refund: what two people decided has the evidence for it', r.id::text
    from refund r join ledger.decision d on d.id = r.decision_id
    where ${within('r.id')} and d.rule is null and r.rule = 'R15a'
      and not exists (select from evidence e
      where e.decision_id = d.id and e.state = 'settled' and e.bond_id = r.bond_id);
  create view departure.oracle_key with (security_invoker = true) as select id from evidence;
  grant select on departure.oracle_key to worker, auditor;
`;
