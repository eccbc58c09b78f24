import { timingSafeEqual } from 'node:crypto';
import type { Language } from '#notification';
import { Vault, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import { seeOnly } from './account.store.ts';
import { CODE_MINUTES } from './domain/sign-up.ts';

interface SignUpFields {
  readonly id: string;
  readonly accountId: string;
  readonly emailToken: Buffer;
  readonly emailSealed: Buffer;
  readonly passwordHash: string;
  readonly language: Language;
  readonly contactPointId: string;
}

export interface NewSignUp extends SignUpFields {
  readonly code: string;
}

export interface LockedSignUp extends SignUpFields {
  readonly codeHash: Buffer;
  readonly tries: number;
  readonly isUsed: boolean;
  readonly isExpired: boolean;
}

@Injectable()
export class SignUpStore {
  constructor(private readonly vault: Vault) {}

  async insert(tx: Tx, row: NewSignUp): Promise<void> {
    await tx.query(
      `insert into sign_up (id, account_id, email_token, email_sealed, password_hash, code_hash,
                            language, contact_point_id, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8,
               clock_timestamp() + make_interval(mins => $9))`,
      [
        row.id,
        row.accountId,
        row.emailToken,
        row.emailSealed,
        row.passwordHash,
        this.hashOf(row.id, row.code),
        row.language,
        row.contactPointId,
        CODE_MINUTES,
      ],
    );
  }

  /** Locked, so that two codes at once are two tries. */
  async lock(tx: Tx, id: string): Promise<LockedSignUp | undefined> {
    await seeOnly(tx, id);
    const [row] = await tx.query<LockedSignUp>(
      `select id, account_id as "accountId", email_token as "emailToken",
              email_sealed as "emailSealed", password_hash as "passwordHash",
              code_hash as "codeHash", language, contact_point_id as "contactPointId", tries,
              used_at is not null as "isUsed", expires_at <= clock_timestamp() as "isExpired"
       from sign_up where id = $1 for update`,
      [id],
    );
    return row;
  }

  async countTry(tx: Tx, id: string): Promise<void> {
    await tx.query('update sign_up set tries = tries + 1 where id = $1', [id]);
  }

  async markUsed(tx: Tx, id: string): Promise<void> {
    await tx.query('update sign_up set used_at = clock_timestamp() where id = $1', [id]);
  }

  /** Spaces do not count: people copy a code with them. */
  codeMatches(row: LockedSignUp, code: string): boolean {
    return timingSafeEqual(this.hashOf(row.id, code.replace(/\s/g, '')), row.codeHash);
  }

  // Keyed, because six digits are soon tried out.
  private hashOf(id: string, code: string): Buffer {
    return this.vault.token('sign-up-code', `${id}:${code}`);
  }
}
