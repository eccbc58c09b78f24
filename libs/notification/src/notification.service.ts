import { Jobs, newId, Vault, type Tx } from '#platform';
import { Injectable } from '@nestjs/common';
import {
  isOpen,
  problemsOfParams,
  type Language,
  type MailParams,
  type MailTemplate,
} from './domain/mails.ts';
import { MailStore } from './mail.store.ts';

export interface NewEmail {
  /** Whose contact point it becomes; null for somebody without an account. */
  readonly accountId: string | null;
  /** Whose key seals the address. */
  readonly subjectId: string;
  readonly address: string;
  readonly language: Language;
}

export interface MailOrder<T extends MailTemplate> {
  readonly contactPointId: string;
  readonly template: T;
  readonly params: MailParams[T];
  /** How many mails whoever causes it has caused lately; waits behind those with fewer. */
  readonly turn?: number;
}

/** Asks for mail, in the transaction that makes it true. The worker sends it. */
@Injectable()
export class Notifications {
  constructor(
    private readonly vault: Vault,
    private readonly jobs: Jobs,
    private readonly mails: MailStore,
  ) {}

  /** Keeps a sealed address and returns the id by which others may ask to write to it. */
  async addEmail(tx: Tx, email: NewEmail): Promise<string> {
    const id = newId();
    const sealed = await this.sealed(tx, id, email.subjectId, email.address);
    await tx.query(
      `insert into contact_point (id, account_id, subject_id, kind, address_sealed, language)
       values ($1, $2, $3, 'email', $4, $5)`,
      [id, email.accountId, email.subjectId, sealed, email.language],
    );
    return id;
  }

  /** An address as a contact point keeps it: for whoever changes one. */
  sealed(tx: Tx, contactPointId: string, subjectId: string, address: string): Promise<Buffer> {
    const place = { table: 'contact_point', column: 'address_sealed', row: contactPointId };
    return this.vault.seal(tx, subjectId, place, address);
  }

  /** Throws when the parameters are not what the template takes: that is a bug of the caller. */
  send<T extends MailTemplate>(tx: Tx, order: MailOrder<T>): Promise<void> {
    return this.sendAll(tx, [order]);
  }

  /** The same of many, by one statement for the mails and one for the jobs of each queue. */
  async sendAll<T extends MailTemplate>(tx: Tx, orders: readonly MailOrder<T>[]): Promise<void> {
    for (const { template, params } of orders) {
      const problems = problemsOfParams(template, params);
      if (problems.length) throw new Error(`${template} cannot be filled: ${problems.join(', ')}`);
    }
    const mails = orders.map((order) => ({ ...order, id: newId() }));
    await this.mails.insert(tx, mails);
    for (const queue of ['mail.open', 'mail.send'] as const) {
      const own = mails.filter(({ template }) => isOpen(template) === (queue === 'mail.open'));
      const jobs = own.map(({ id, turn = 0 }) => ({ data: { mailId: id }, priority: -turn }));
      await this.jobs.enqueueAll(tx, queue, jobs);
    }
  }
}
