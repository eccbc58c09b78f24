import { historyTable } from '../history.ts';

// Whom an applicant asks to pay a bond, by a link to one address, and what became of it.

export const TABLES = `
  create table payer_invitation (
    id uuid primary key,
    bond_id uuid not null references bond (id),
    applicant_account_id uuid not null references account (id),
    state text not null default 'sent' constraint payer_invitation_state
      check (state in ('sent', 'accepted', 'declined', 'withdrawn', 'expired', 'ended')),
    state_since timestamptz not null,
    version integer not null default 1,
    asked_at timestamptz not null,
    expires_at timestamptz not null,
    link_hash bytea not null
      constraint payer_invitation_link_hash check (octet_length(link_hash) = 32),
    email_token bytea not null
      constraint payer_invitation_email_token check (octet_length(email_token) = 32),
    email_sealed bytea not null,
    contact_point_id uuid not null references contact_point (id),
    applicant_contact_point_id uuid not null references contact_point (id),
    person_id uuid not null references person (id),
    traveller_name_sealed bytea not null,
    payer_account_id uuid references account (id),
    payer_name_sealed bytea,
    constraint payer_invitation_link unique (link_hash),
    constraint payer_invitation_expires check (expires_at > asked_at
      and expires_at <= asked_at + interval '14 days'),
    constraint payer_invitation_taken_on check (
      (payer_account_id is not null and payer_name_sealed is not null)
        = (state in ('accepted', 'ended'))
      and (payer_account_id is null) = (payer_name_sealed is null)),
    constraint payer_invitation_somebody_else
      check (payer_account_id is distinct from applicant_account_id)
  );
  create unique index payer_invitation_one_open on payer_invitation (bond_id)
    where state in ('sent', 'accepted');
  create index payer_invitation_of_bond on payer_invitation (bond_id, asked_at);
  create index payer_invitation_payer on payer_invitation (payer_account_id)
    where payer_account_id is not null;
  create index payer_invitation_open on payer_invitation (expires_at, id) where state = 'sent';
  ${historyTable('payer_invitation')}
`;
