import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Only a document that an officer has confirmed for a person says whose journey a border record is
 * (R32). What an applicant typed claims nothing: a number may stand with several accounts, and among
 * confirmed documents it stands once. Cases that were directed before are taken as confirmed by the
 * officer who decided them.
 * Locks: travel_document, visa_case and visa for the time of the statements, a scan of each.
 * Back out: drop case_document and the new columns, then restore travel_document_number, which fails
 * while two accounts name one passport.
 */
export class ConfirmTravelDocuments1764100000030 implements MigrationInterface {
  name = 'ConfirmTravelDocuments1764100000030';

  async up(q: QueryRunner): Promise<void> {
    await q.query(DOCUMENTS);
    await q.query(CASE_DOCUMENTS);
    await q.query(ADMISSION);
    await q.query(seeing('create', TOUCHED));
    await q.query(BACKFILL);
    await q.query(seeing('drop', TOUCHED));
    await q.query(CHECKS);
    await q.query(RIGHTS);
    await q.query(POLICIES);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const DOCUMENTS = `
  alter table travel_document drop constraint travel_document_number;
  alter table travel_document add column confirmed_at timestamptz;
  create unique index travel_document_confirmed on travel_document (number_token)
    where confirmed_at is not null;
  create index travel_document_number on travel_document (number_token);
  alter table travel_document
    add constraint travel_document_once unique (person_id, number_token);
  drop index travel_document_of_person;
`;

const CASE_DOCUMENTS = `
  create table case_document (
    id uuid primary key,
    case_id uuid not null,
    document_id uuid not null,
    basis text not null
      constraint case_document_basis check (basis in ('passport', 'renewal')),
    reason_code text constraint case_document_reason check (reason_code ~ '^[a-z_]{1,40}$'),
    confirmed_by uuid not null,
    confirmed_at timestamptz not null,
    released_at timestamptz,
    release_reason text,
    constraint case_document_renewal check (basis = 'passport' or reason_code is not null),
    constraint case_document_release check ((released_at is null) = (release_reason is null)),
    constraint case_document_case foreign key (case_id) references visa_case (id),
    constraint case_document_document foreign key (document_id) references travel_document (id),
    constraint case_document_confirmed_by foreign key (confirmed_by) references account (id)
  );
  create index case_document_of_case on case_document (case_id);
  create unique index case_document_live on case_document (document_id, case_id)
    where released_at is null;
  create unique index case_document_passport on case_document (case_id)
    where released_at is null and basis = 'passport';
`;

const ADMISSION = `
  alter table visa add column admitted_document_id uuid,
    add constraint visa_admitted_document foreign key (admitted_document_id)
      references travel_document (id);
`;

// Row-level security is forced on the owner too: without a policy of its own a migration would see
// no row, and change none without a word.
const TOUCHED = [
  ...['travel_document', 'visa_case', 'visa', 'bond_direction'],
  ...['movement', 'movement_history'],
];
const seeing = (verb: 'create' | 'drop', tables: readonly string[]) =>
  tables
    .map((t) => {
      const policy = `${verb} policy confirm_documents on ${t}`;
      return `${policy}${verb === 'create' ? ' to current_user using (true) with check (true)' : ''};`;
    })
    .join('\n');

const BACKFILL = `
  insert into case_document (id, case_id, document_id, basis, confirmed_by, confirmed_at)
  select gen_random_uuid(), c.id, c.travel_document_id, 'passport', decided.by, c.state_since
  from visa_case c
  left join visa v on v.case_id = c.id
  left join lateral (select proposed_by from bond_direction where case_id = c.id
    order by proposed_at desc limit 1) d on true
  cross join lateral (select coalesce(v.issued_by, d.proposed_by, c.assigned_to) as by) decided
  where c.state in ('bond_required', 'approved_without_bond', 'bond_posted', 'visa_issued',
                    'travelling', 'closed')
    and c.travel_document_id is not null and decided.by is not null;

  update travel_document d set confirmed_at = f.at
  from (select document_id, min(confirmed_at) as at from case_document group by 1) f
  where f.document_id = d.id;

  update visa v set admitted_document_id = coalesce((
      select m.document_id from movement m
      join movement_history h on h.owner_id = m.id and h.reason_code = 'admitted'
      where m.person_id = c.person_id and m.kind = 'admitted' and m.state = 'assessed'
        and m.happened_at >= v.issued_at
      order by m.happened_at limit 1), c.travel_document_id)
  from visa_case c where c.id = v.case_id and v.admitted_on is not null;
`;

const CHECKS = `
  alter table visa add constraint visa_admission
    check ((admitted_on is null) = (admitted_document_id is null));
`;

// Whoever ends a case releases its documents: the applicant who withdraws, the officer who refuses,
// the worker when nobody posted in time. Only the officer's login confirms.
const RIGHTS = `
  grant update (confirmed_at) on travel_document to portal, officer, worker;
  grant insert on travel_document to officer;
  grant select, update (released_at, release_reason) on case_document to portal, officer, worker;
  grant insert on case_document to officer;
  grant select on case_document to auditor;
  grant update (admitted_document_id) on visa to worker;
`;

const POLICIES = `
  create policy travel_document_released on travel_document for update to worker
    using (app.scope() = 'system');
  create policy travel_document_confirmed on travel_document for update to officer
    using (app.scope() = 'staff');
  create policy travel_document_renewed on travel_document for insert to officer
    with check (app.scope() = 'staff' and confirmed_at is null
      and exists (select from person p where p.id = person_id and p.account_id = travel_document.account_id));
  create policy travel_document_only_claims on travel_document as restrictive
    for insert to portal with check (confirmed_at is null);
  create policy travel_document_only_releases on travel_document as restrictive
    for update to portal, worker using (true) with check (confirmed_at is null);

  alter table case_document enable row level security;
  alter table case_document force row level security;
  create policy case_document_of_visible on case_document to portal, officer, worker
    using (exists (select from visa_case c where c.id = case_id))
    with check (exists (select from visa_case c where c.id = case_id));
  create policy case_document_confirmed on case_document as restrictive for insert to officer
    with check (confirmed_by = app.actor() and released_at is null);
  create policy case_document_released on case_document as restrictive
    for update to portal, officer, worker
    using (released_at is null) with check (released_at is not null);
  create policy auditor on case_document for select to auditor using (true);
`;
