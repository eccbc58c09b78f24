import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * app.enter() leaves the session's id in the transaction, so that what comes after it in the same
 * flight need not wait for its answer. No policy looks at it: whoever writes another id there sees
 * what they saw.
 * Locks: none but the function's own.
 * Back out: create the function again as it was.
 */
export class SessionOfTransaction1764100000270 implements MigrationInterface {
  name = 'SessionOfTransaction1764100000270';

  async up(q: QueryRunner): Promise<void> {
    await q.query(ENTER);
  }

  down(): Promise<void> {
    throw new Error('forward only');
  }
}

const ENTER = `
  create or replace function app.enter(token text, scope text, account uuid) returns uuid
  language sql volatile security definer
  begin atomic
    with found as materialized (
      select s.id from account_session s join account a on a.id = s.account_id
      where s.token_hash = sha256(convert_to(token, 'UTF8'))
        and s.site = app.process() and s.account_id = account and s.ended_at is null
        and s.expires_at > clock_timestamp()
        and s.last_used_at > clock_timestamp() - app.idle_limit(s.site)
        and a.state = 'active' and a.kind = app.kind_of_site()
        and scope = case a.kind when 'staff' then 'staff' else 'applicant' end
    )
    select id from found
    where set_config('app.scope', scope, true) is not null
      and set_config('app.session', id::text, true) is not null
      and set_config('app.actor', account::text, true) is not null
      and set_config('app.seal', app.seal_of(scope, account::text), true) is not null;
  end`;
