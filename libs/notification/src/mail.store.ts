import { addRows, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import {
  isSecret,
  isShortLived,
  mailTemplates,
  type Language,
  type MailTemplate,
} from './domain/mails.ts';

export interface NewMail {
  readonly id: string;
  readonly contactPointId: string;
  readonly template: MailTemplate;
  readonly params: Readonly<Record<string, string>>;
}

/** A mail that this worker alone may send until its lease ends. */
export interface ClaimedMail {
  readonly id: string;
  readonly template: MailTemplate;
  readonly params: Record<string, string>;
  readonly contactPointId: string;
  readonly subjectId: string;
  readonly addressSealed: Buffer;
  readonly language: Language;
}

const SECRET_TEMPLATES = mailTemplates.filter(isSecret);
const SHORT_LIVED = mailTemplates.filter(isShortLived);
const FORGET_SECRETS = `params = case when template = any($2) then '{}'::jsonb else params end`;

/** A parameter where a mail is named by its id: the index of all that waits is no way to one of them. */
const OPEN = 'queued';

/** Waiting times here are of the wall clock: mail is no legal act of its own. */
@Injectable()
export class MailStore {
  async insert(tx: Tx, mails: readonly NewMail[]): Promise<void> {
    const rows = mails.map(({ id, contactPointId, template, params }) => ({
      ...{ id, contact_point_id: contactPointId, template, params: JSON.stringify(params) },
    }));
    const types = { id: 'uuid', contact_point_id: 'uuid', template: 'text', params: 'jsonb' };
    await addRows(tx, 'mail', types, rows);
  }

  /** `over`: it has left or failed. `busy`: another worker's lease is still running. */
  async claim(tx: Tx, id: string, leaseSeconds: number): Promise<ClaimedMail | 'over' | 'busy'> {
    const [claimed] = await tx.query<ClaimedMail>(
      `with claimed as (
         update mail set attempts = attempts + 1,
                         sending_until = clock_timestamp() + make_interval(secs => $2)
         where id = $1 and state = $3 and
               (sending_until is null or sending_until <= clock_timestamp())
         returning id, template, params, contact_point_id
       )
       select m.id, m.template, m.params, c.id as "contactPointId", c.subject_id as "subjectId",
              c.address_sealed as "addressSealed", c.language
       from claimed m join contact_point c on c.id = m.contact_point_id`,
      [id, leaseSeconds, OPEN],
    );
    if (claimed) return claimed;
    const [mail] = await tx.query<{ state: string }>('select state from mail where id = $1', [id]);
    if (!mail) throw new Error('there is no such mail');
    return mail.state === OPEN ? 'busy' : 'over';
  }

  async markSent(tx: Tx, id: string): Promise<void> {
    await tx.query(
      `update mail set state = 'sent', sent_at = clock_timestamp(), problem = null,
                       ${FORGET_SECRETS}
       where id = $1 and state = $3`,
      [id, SECRET_TEMPLATES, OPEN],
    );
  }

  async markFailed(tx: Tx, id: string, problem: string): Promise<void> {
    await tx.query(
      `update mail set state = 'failed', problem = $3, ${FORGET_SECRETS}
       where id = $1 and state = $4`,
      [id, SECRET_TEMPLATES, problem, OPEN],
    );
  }

  /** Ends the lease early, so that the next try may begin. */
  async release(tx: Tx, id: string, problem: string): Promise<void> {
    await tx.query(
      `update mail set sending_until = clock_timestamp(), problem = $2
       where id = $1 and state = $3`,
      [id, problem, OPEN],
    );
  }

  /** Gives up what has waited too long; a code is worthless long before other mail is. */
  async expire(tx: Tx, afterDays: number, secretsAfterHours: number): Promise<number> {
    const expired = await tx.query(
      `with expired as (
         update mail set state = 'failed', problem = 'expired', ${FORGET_SECRETS}
         where state = 'queued' and
               (sending_until is null or sending_until <= clock_timestamp()) and
               created_at < clock_timestamp() -
                 case when template = any($4) then make_interval(hours => $3)
                      else make_interval(days => $1) end
         returning id
       ) select id from expired`,
      [afterDays, SECRET_TEMPLATES, secretsAfterHours, SHORT_LIVED],
    );
    return expired.length;
  }

  /** Old mail that nobody has tried for a while: its job has run out of tries. Least tried first. */
  async stranded(tx: Tx, olderThanHours: number, limit: number): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from mail
       where state = 'queued' and created_at < clock_timestamp() - make_interval(hours => $1) and
             (sending_until is null or sending_until < clock_timestamp() - interval '30 minutes')
       order by attempts, created_at limit $2`,
      [olderThanHours, limit],
    );
    return rows.map((row) => row.id);
  }
}
