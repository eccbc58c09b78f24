// A worker that sends the mail a world asks for, and the mail server it sends it to.
import { MailerModule, MailSender, Notifications } from '#notification';
import { newId, PlatformModule, type Ctx } from '#platform';
import { Test, type TestingModule } from '@nestjs/testing';
import { testConfig } from '../app.ts';
import { startInbox, type Inbox } from '../mail.ts';
import { signedInCtx } from '../signed-in.ts';
import { anEmail } from './people.ts';
import type { World } from './world.ts';

export const REFERENCE = 'VB-7K3M-9Q2X';

export interface Contact {
  readonly contactPointId: string;
  readonly address: string;
  /** Its owner, asking. */
  readonly ctx: Ctx;
}

function aMailer(world: World, smtpUrl: string): Promise<TestingModule> {
  const env = { SMTP_URL: smtpUrl, PORTAL_URL: 'https://portal.example' };
  const config = testConfig(world.db.url('worker'), env);
  const platform = PlatformModule.forRoot({ process: 'worker', config });
  return Test.createTestingModule({ imports: [platform, MailerModule] }).compile();
}

export class Mailing {
  private constructor(
    private readonly world: World,
    readonly inbox: Inbox,
    /** Compiled and not started: mail is sent when a test says so. */
    readonly worker: TestingModule,
  ) {}

  /** It stops with the world. */
  static async start(world: World): Promise<Mailing> {
    const inbox = await startInbox();
    const worker = await aMailer(world, inbox.url);
    world.onStop(() => inbox.stop());
    world.onStop(() => worker.close());
    return new Mailing(world, inbox, worker);
  }

  /** One more worker, not started; with another mail server if one is named. */
  anotherWorker(smtpUrl = this.inbox.url): Promise<TestingModule> {
    return aMailer(this.world, smtpUrl);
  }

  /** A contact point of somebody new, made by the portal for its owner. */
  async aContact(language: 'en' | 'fr' = 'en'): Promise<Contact> {
    const [accountId, address] = [newId(), anEmail()];
    const ctx = await signedInCtx(this.world.db, accountId, 'applicant');
    const email = { accountId, subjectId: accountId, address, language };
    const notifications = this.world.portal.get(Notifications);
    const add = (tx: Parameters<Notifications['addEmail']>[0]) => notifications.addEmail(tx, email);
    return { contactPointId: await this.world.as(this.world.portal, ctx, add), address, ctx };
  }

  /** Asks for a mail as the portal does, for one with a code if there is a code; gives its id. */
  async asked({ contactPointId, ctx }: Contact, code?: string): Promise<string> {
    const { portal } = this.world;
    const wish =
      code === undefined
        ? ({ template: 'bond_required', params: { reference: REFERENCE } } as const)
        : ({ template: 'sign_up_code', params: { code } } as const);
    await this.world.as(portal, ctx, (tx) =>
      portal.get(Notifications).send(tx, { contactPointId, ...wish }),
    );
    const { id } = await this.world.one<{ id: string }>(
      'select id from mail where contact_point_id = $1 order by created_at desc limit 1',
      contactPointId,
    );
    return id;
  }

  send(mailId: string): Promise<void> {
    return this.worker.get(MailSender).send(mailId);
  }

  /** How many mails an address was sent. */
  sent(to: string): number {
    return this.inbox.mails.filter((m) => m.to === to).length;
  }

  rowOf(mailId: string): Promise<Record<string, unknown>> {
    return this.world.one(
      `select state, attempts, problem, params, sent_at is not null as has_left
       from mail where id = $1`,
      mailId,
    );
  }
}
