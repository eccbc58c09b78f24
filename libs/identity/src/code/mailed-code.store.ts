import type { Language } from '#notification';
import type { Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { seeOnly } from '../account/account.store.ts';
import { CODE_MINUTES, type CodePurpose } from '../domain/mailed-code.ts';

interface CodeFields {
  readonly id: string;
  readonly purpose: CodePurpose;
  readonly kind: 'applicant' | 'staff';
  readonly accountId: string;
  readonly emailToken: Buffer;
  readonly emailSealed: Buffer;
  readonly browserHash: Buffer;
  readonly codeHash: Buffer;
  readonly language: Language;
  readonly contactPointId: string;
}
export type NewMailedCode = CodeFields;

export interface MailedCodeRow extends CodeFields {
  readonly tries: number;
  readonly isConfirmed: boolean;
  readonly isUsed: boolean;
  readonly isExpired: boolean;
}

const READ = `select id, purpose, kind, account_id as "accountId", email_token as "emailToken",
    email_sealed as "emailSealed", browser_hash as "browserHash", code_hash as "codeHash",
    language, contact_point_id as "contactPointId", tries,
    confirmed_at is not null as "isConfirmed", used_at is not null as "isUsed",
    expires_at <= clock_timestamp() as "isExpired"
  from mailed_code where id = $1 and purpose = $2`;

@Injectable()
export class MailedCodeStore {
  async insert(tx: Tx, row: NewMailedCode): Promise<void> {
    await tx.query(
      `insert into mailed_code (id, purpose, kind, account_id, email_token, email_sealed,
                                browser_hash, code_hash, language, contact_point_id, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10,
               clock_timestamp() + make_interval(mins => $11))`,
      [
        row.id,
        row.purpose,
        row.kind,
        row.accountId,
        row.emailToken,
        row.emailSealed,
        row.browserHash,
        row.codeHash,
        row.language,
        row.contactPointId,
        CODE_MINUTES,
      ],
    );
  }

  async read(tx: Tx, id: string, purpose: CodePurpose): Promise<MailedCodeRow | undefined> {
    await seeOnly(tx, id);
    return (await tx.query<MailedCodeRow>(READ, [id, purpose]))[0];
  }

  /** Locked, so that two codes at once are two tries. */
  async lock(tx: Tx, id: string, purpose: CodePurpose): Promise<MailedCodeRow | undefined> {
    await seeOnly(tx, id);
    return (await tx.query<MailedCodeRow>(`${READ} for update`, [id, purpose]))[0];
  }

  async countTry(tx: Tx, id: string): Promise<void> {
    await tx.query('update mailed_code set tries = tries + 1 where id = $1', [id]);
  }

  /** The code was right: from now on there is as much time again for what it was asked for. */
  async markConfirmed(tx: Tx, id: string): Promise<void> {
    await tx.query(
      `update mailed_code set confirmed_at = clock_timestamp(),
                              expires_at = clock_timestamp() + make_interval(mins => $2)
       where id = $1`,
      [id, CODE_MINUTES],
    );
  }

  async removeOld(tx: Tx): Promise<void> {
    await tx.query(`delete from mailed_code where expires_at < now() - interval '1 day'`);
  }

  async markUsed(tx: Tx, id: string): Promise<void> {
    await tx.query('update mailed_code set used_at = clock_timestamp() where id = $1', [id]);
  }
}
