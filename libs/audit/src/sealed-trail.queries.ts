import { micros, type SealedRows } from '#platform';

/** The trail, as it is sealed day by day. */
export const sealedTrail: readonly SealedRows[] = [
  {
    source: 'audit_entry',
    rows: `
      select id::text as id, at,
        jsonb_build_array('audit_entry', id, ${micros('at')}, ${micros('legal_at')}, actor_kind,
          actor_id, request_id, action, subject_kind, subject_id, outcome, details)::text as content
      from audit_entry where at >= $1 and at < $2`,
  },
];
