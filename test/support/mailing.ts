// A portal that asks for mail, a worker that sends it, and the mail server it sends it to.
import { MailerModule, MailSender, NotificationModule, Notifications } from '#notification';
import { Database, newId, PlatformModule, type Ctx } from '#platform';
import { Test, type TestingModule } from '@nestjs/testing';
import { testConfig } from './app.ts';
import { freshDatabase, type TestDatabase } from './database.ts';
import { startInbox, type Inbox } from './mail.ts';
import { signedInCtx } from './signed-in.ts';

export const REFERENCE = 'VB-7K3M-9Q2X';

export interface Contact {
  readonly contactPointId: string;
  readonly address: string;
  /** Its owner, asking. */
  readonly ctx: Ctx;
}

let people = 0;

async function processOf(db: TestDatabase, process: 'portal' | 'worker', smtpUrl: string) {
  const more = { SMTP_URL: smtpUrl, PORTAL_URL: 'https://portal.example' };
  const config = testConfig(db.url(process), more);
  const platform = PlatformModule.forRoot({ process, config });
  const own = process === 'portal' ? NotificationModule : MailerModule;
  return Test.createTestingModule({ imports: [platform, own] }).compile();
}

export class Mailing {
  private constructor(
    readonly db: TestDatabase,
    readonly inbox: Inbox,
    readonly portal: TestingModule,
    /** Compiled and not started: mail is sent when a test says so. */
    readonly worker: TestingModule,
  ) {}

  static async start(): Promise<Mailing> {
    const [db, inbox] = await Promise.all([freshDatabase(), startInbox()]);
    const portal = await (await processOf(db, 'portal', inbox.url)).init();
    return new Mailing(db, inbox, portal, await processOf(db, 'worker', inbox.url));
  }

  async stop(): Promise<void> {
    await this.portal.close();
    await this.worker.close();
    await this.inbox.stop();
    await this.db.drop();
  }

  /** One more worker, not started; with another mail server if one is named. */
  anotherWorker(smtpUrl = this.inbox.url): Promise<TestingModule> {
    return processOf(this.db, 'worker', smtpUrl);
  }

  /** A contact point of somebody new, made by the portal for its owner. */
  async aContact(language: 'en' | 'fr' = 'en'): Promise<Contact> {
    const [accountId, address] = [newId(), `person${++people}@example.org`];
    const ctx = await signedInCtx(this.db, accountId, 'applicant');
    const email = { accountId, subjectId: accountId, address, language };
    const contactPointId = await this.portal
      .get(Database)
      .write(ctx, (tx) => this.portal.get(Notifications).addEmail(tx, email));
    return { contactPointId, address, ctx };
  }

  /** Asks for a mail as the portal does, for one with a code if there is a code; gives its id. */
  async asked({ contactPointId, ctx }: Contact, code?: string): Promise<string> {
    const ask = this.portal.get(Notifications);
    const params = { reference: REFERENCE };
    await this.portal
      .get(Database)
      .write(ctx, (tx) =>
        code === undefined
          ? ask.send(tx, { contactPointId, template: 'bond_required', params })
          : ask.send(tx, { contactPointId, template: 'sign_up_code', params: { code } }),
      );
    const { rows } = await this.db.admin.query<{ id: string }>(
      'select id from mail where contact_point_id = $1 order by created_at desc limit 1',
      [contactPointId],
    );
    return rows[0]!.id;
  }

  send(mailId: string): Promise<void> {
    return this.worker.get(MailSender).send(mailId);
  }

  /** How many mails an address was sent. */
  sent(to: string): number {
    return this.inbox.mails.filter((m) => m.to === to).length;
  }

  async rowOf(mailId: string): Promise<Record<string, unknown>> {
    const { rows } = await this.db.admin.query<Record<string, unknown>>(
      `select state, attempts, problem, params, sent_at is not null as has_left
       from mail where id = $1`,
      [mailId],
    );
    return rows[0]!;
  }
}
