// Travellers, their accounts and passports, and their cases.
import { AT, SINCE, of, having, where, has } from './words.ts';

export const PEOPLE: readonly string[] = [
  `insert into data_key (subject_id, wrapped, created_at)
   select account, account_key, opened_at from seed_case
   union all
   select case when ${has('case', 'submitted')} then person else visa_case end, person_key, opened_at
   from seed_case c`,
  `insert into contact_point (id, account_id, subject_id, kind, address_sealed, language, created_at)
   select point, account, account, 'email', address_sealed, 'en', opened_at from seed_case`,
  `insert into account (id, kind, email_token, email_sealed, password_hash, language,
     contact_point_id, created_at)
   select account, 'applicant', email_token, email_sealed, ${of('password')}, 'en', point, opened_at from seed_case`,
  `insert into person (id, account_id, details_token, details_sealed, created_at)
   select person, account, details_token, details_sealed, ${AT} from ${where('case', 'submitted')}`,
  `insert into travel_document (id, person_id, account_id, issuing_state, number_token, sealed,
     expires_on, created_at, confirmed_at)
   select c.document, c.person, c.account, 'USA', c.number_token, c.document_sealed, '2035-01-31',
     ${AT},
     case when p.state not in ('refused', 'refused_after_posting', 'bond_lapsed', 'withdrawn')
       then c.opened_at + d.hours * c.pace * interval '1 hour' end
   from ${where('case', 'submitted')}
   join seed_parts p on p.story = c.story and p.part = 'case'
   left join seed_step d on d.story = c.story and d.part = 'case' and d.event in
     ('bond_required', 'approved_without_bond')`,
];

export const CASES: readonly string[] = [
  `insert into visa_case (id, reference, programme_code, programme_version, consulate_id,
     applicant_account_id, person_id, travel_document_id, contact_point_id, language, state,
     state_since, version, answers_sealed, submitted_at, assigned_to, assigned_at, opened_at)
   select c.visa_case, c.reference, ${of('programme')}, ${of('version')}, c.consulate, c.account,
     case when s.hours is not null then c.person end, case when s.hours is not null then c.document end,
     c.point, 'en', p.state, ${SINCE}, p.version,
     case when p.state = 'draft' then c.answers_sealed end, ${AT},
     case when r.hours is not null then w.officer end,
     c.opened_at + r.hours * c.pace * interval '1 hour', c.opened_at
   from ${having('case')}
   left join seed_step s on s.story = c.story and s.part = 'case' and s.event = 'submitted'
   left join seed_step r on r.story = c.story and r.part = 'case' and r.event = 'review_started'`,
  `insert into case_submission (case_id, applicant_account_id, subject_id, form_version,
     answers_sealed, submitted_at, arrives_on, stay_days, purpose)
   select c.visa_case, c.account, c.person, ${of('form')}, c.answers_sealed, ${AT},
     (${AT})::date + 40, 14, 'tourism'
   from ${where('case', 'submitted')}`,
  `insert into information_request (id, case_id, applicant_account_id, reason, text_sealed, asked_by,
     asked_at, answer_by, due_at, ended_at, outcome, answer_sealed)
   select c.request, c.visa_case, c.account, 'document_unreadable', c.request_sealed, w.officer,
     ${AT}, c.answer_by, c.remind_at, c.opened_at + g.hours * c.pace * interval '1 hour',
     case when g.hours is not null then 'answered' end, c.reply_sealed
   from ${where('case', 'information_requested')}
   left join seed_step g on g.story = c.story and g.part = 'case' and g.event = 'information_given'`,
  `insert into case_document (id, case_id, document_id, basis, confirmed_by, confirmed_at,
     released_at, release_reason)
   select pg_temp.id_at(${AT}), c.visa_case, c.document, 'passport', w.officer, ${AT},
     case when p.state in ('refused_after_posting', 'bond_lapsed', 'withdrawn') then ${SINCE} end,
     case when p.state in ('refused_after_posting', 'bond_lapsed', 'withdrawn') then p.state end
   from ${where('case', 'bond_required', 'approved_without_bond')}
   join seed_parts p on p.story = c.story and p.part = 'case'`,
  // As of the rules that are shipped: what is over is looked at no more.
  `insert into visa (id, case_id, applicant_account_id, number, valid_from, valid_until, stay_days,
     issued_at, issued_by, admitted_on, leave_by, admitted_document_id, departed_on, programme_code,
     due_on, stay_zone)
   select pg_temp.id_at(${AT}), c.visa_case, c.account, 'V-' || substr(c.reference, 4),
     (${AT})::date, ((${AT}) + interval '3 months')::date, 30, ${AT}, w.officer,
     admitted.on, admitted.on + 30, case when admitted.on is not null then c.document end,
     (c.opened_at + d.hours * c.pace * interval '1 hour')::date, ${of('programme')},
     case c_state.state when 'visa_issued' then (${AT})::date + interval '3 months' + interval '14 days'
       when 'travelling' then admitted.on + 30 + 7 end,
     case when admitted.on is not null then 'UTC' end
   from ${where('case', 'visa_issued')}
   join seed_parts c_state on c_state.story = c.story and c_state.part = 'case'
   left join seed_step a on a.story = c.story and a.part = 'case' and a.event = 'admitted'
   left join seed_step d on d.story = c.story and d.part = 'out' and d.event = 'assessed'
   cross join lateral (select
     (c.opened_at + a.hours * c.pace * interval '1 hour')::date as "on") admitted`,
];
