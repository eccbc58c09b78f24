/** Which of these queues have a job that could be taken now: one look into the index for each. */
export const DUE = `
  select q.name from unnest($1::text[]) as q (name)
  where exists (select from pgboss.job j where j.name = q.name and j.state < 'active'
    and not j.blocked and j.start_after <= pgboss.job_now())`;
