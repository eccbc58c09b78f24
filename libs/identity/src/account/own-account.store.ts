import { instantFromDate, type Instant } from '#kernel';
import { actorIdOf, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { UNDO_DAYS } from '../domain/own-account.ts';

export interface OwnRow {
  readonly id: string;
  readonly emailToken: Buffer;
  readonly emailSealed: Buffer;
  readonly contactPointId: string;
  /** Of a member of staff. */
  readonly name: string | null;
  /** When password or address last changed, by the wall clock. */
  readonly accessChangedAt: Instant | null;
}

export interface OwnSession {
  readonly id: string;
  readonly createdAt: Instant;
  /** To the minute. */
  readonly lastUsedAt: Instant;
  readonly isThisOne: boolean;
}

/** One's own account, by the functions of the database that alone change it. */
@Injectable()
export class OwnAccountStore {
  /** Whose transaction it is. */
  async own(tx: Tx): Promise<OwnRow> {
    const [row] = await tx.query<Omit<OwnRow, 'accessChangedAt'> & { changedAt: Date | null }>(
      `select id, email_token as "emailToken", email_sealed as "emailSealed",
              contact_point_id as "contactPointId", display_name as name,
              app.access_changed_at() as "changedAt"
       from account where id = $1`,
      [actorIdOf(tx.ctx.actor)],
    );
    if (!row) throw new Error('nobody is signed in');
    const { changedAt, ...kept } = row;
    return { ...kept, accessChangedAt: changedAt && instantFromDate(changedAt) };
  }

  /** Has an address an account at this site? */
  async isTaken(tx: Tx, emailToken: Buffer): Promise<boolean> {
    const rows = await tx.query('select from app.password_setting($1)', [emailToken]);
    return rows.length > 0;
  }

  matches(tx: Tx, accountId: string, proof: Buffer): Promise<boolean> {
    return this.done(tx, 'app.password_matches($1, $2)', [accountId, proof]);
  }

  /** False when the proof is not the current password's. Other sessions are over. */
  changePassword(tx: Tx, proof: Buffer, hash: string): Promise<boolean> {
    return this.done(tx, 'app.change_password($1, $2, $3)', [proof, hash, tx.sessionId]);
  }

  /** With a code used in this transaction; the contact point to tell, null when there is no account. */
  async resetPassword(tx: Tx, codeId: string, hash: string): Promise<string | null> {
    const [row] = await tx.query<{ point: string | null }>(
      'select app.reset_password($1, $2) as point',
      [codeId, hash],
    );
    return row?.point ?? null;
  }

  /** False when the address has another account by now. Other sessions are over. */
  changeEmail(
    tx: Tx,
    o: { id: string; codeId: string; addressSealed: Buffer; undoHash: Buffer },
  ): Promise<boolean> {
    const params = [o.id, o.codeId, o.addressSealed, o.undoHash, UNDO_DAYS, tx.sessionId];
    return this.done(tx, 'app.change_email($1, $2, $3, $4, $5, $6)', params);
  }

  mayUndoEmail(tx: Tx, undoHash: Buffer): Promise<boolean> {
    return this.done(tx, 'app.may_undo_email_change($1)', [undoHash]);
  }

  /** The account whose address is the earlier one again; its password fits nobody, all are out. */
  async undoEmail(tx: Tx, undoHash: Buffer, hash: string): Promise<string | null> {
    const [row] = await tx.query<{ id: string | null }>(
      'select app.undo_email_change($1, $2) as id',
      [undoHash, hash],
    );
    return row?.id ?? null;
  }

  /** Where one is signed in now, latest first. */
  async sessions(tx: Tx): Promise<OwnSession[]> {
    const rows = await tx.query<{ id: string; created: Date; used: Date }>(
      `select id, created_at as created, last_used_at as used from account_session
       where account_id = $1 and ended_at is null and expires_at > clock_timestamp() and
             last_used_at > clock_timestamp() - app.idle_limit(site)
       order by last_used_at desc, id`,
      [actorIdOf(tx.ctx.actor)],
    );
    return rows.map(({ id, created, used }) => ({
      id,
      createdAt: instantFromDate(created),
      lastUsedAt: instantFromDate(used),
      isThisOne: id === tx.sessionId,
    }));
  }

  /** How many of them were one's own and still open. */
  async endSessions(tx: Tx, ids: readonly string[]): Promise<number> {
    const [row] = await tx.query<{ ended: number }>(
      `select count(*) filter (where app.end_session(id))::int as ended
       from unnest($1::uuid[]) as asked (id)`,
      [ids],
    );
    return row?.ended ?? 0;
  }

  /** Row-level security leaves those that their owners may still want to look at. */
  async removeOldSessions(tx: Tx): Promise<void> {
    await tx.query('delete from account_session where expires_at < now()');
  }

  private async done(tx: Tx, call: string, params: readonly unknown[]): Promise<boolean> {
    const [row] = await tx.query<{ done: boolean }>(`select ${call} as done`, params);
    return row?.done === true;
  }
}
