import {
  Config,
  Database,
  systemCtx,
  Vault,
  type Swept,
  type SweepParts,
  type Tx,
} from '#platform';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { renderMail } from './domain/render.ts';
import { MailStore, type ClaimedMail } from './mail.store.ts';

// A server that is silent anywhere is given up well within the lease; the lease ends before the
// 60 s after which the job is tried again.
const CONNECT_MS = 10_000;
const SILENCE_MS = 15_000;
const LEASE_SECONDS = 55;
// Mails that follow each other share a connection, which costs more than a mail. Not one fewer than send at
// once (mail.jobs.ts, and the sweep), or a slow answer would hold up another lane.
const CONNECTIONS_MAX = 7;
const REST_MS = 10_000;

// The queue's own tries are over after about an hour and a half.
const STRANDED_AFTER_HOURS = 2;
const SWEEP_MAX = 20;
const GIVE_UP_AFTER_DAYS = 7;
const SECRETS_GIVE_UP_AFTER_HOURS = 2;

/** What nodemailer adds to its errors. */
interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}

/**
 * The server has refused this addressee or this text for good. A 5xx to the sign-in or to our own
 * sender address is about our settings and is tried again.
 */
const isRefusedForGood = ({ responseCode = 0, command }: SmtpError) =>
  responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA');

// Never the server's words: they quote the address, and errors end in the log and the job.
const problemOf = (e: SmtpError) => String(e.responseCode ?? e.code ?? 'unknown').slice(0, 40);

const calendarAttachment = (content: string) => ({
  filename: 'dates.ics',
  content,
  contentType: 'text/calendar; charset=utf-8',
});

const CTX = systemCtx('mail.send');

/** Sends mail, in the worker only: the one place where an address is opened. */
@Injectable()
export class MailSender implements OnApplicationShutdown, Swept {
  private readonly transport: Transporter;

  constructor(
    @Inject(Config) private readonly config: Config,
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly mails: MailStore,
  ) {
    this.transport = createTransport(
      {
        url: config.smtpUrl,
        pool: true,
        maxConnections: CONNECTIONS_MAX,
        idleTimeout: REST_MS,
        // To try again is the queue's part, under a lease.
        maxRequeues: 0,
        connectionTimeout: CONNECT_MS,
        greetingTimeout: CONNECT_MS,
        socketTimeout: SILENCE_MS,
        requireTLS: config.mode === 'production',
        disableFileAccess: true,
        disableUrlAccess: true,
      },
      { from: config.mailFrom },
    );
  }

  /**
   * Sends one mail, unless it has left or failed already. Throws when it may work later; the job
   * is then tried again.
   *
   * The server's acceptance and our row cannot be one step. If the process dies in between, the
   * mail goes out again: both copies carry the same Message-ID, made from the mail's id, by which
   * mail programmes show one and a reader of the server's log sees what happened. The other order
   * could lose a mail, which is worse.
   */
  async send(mailId: string): Promise<void> {
    const claim = await this.database.write(CTX, async (tx) => {
      const mail = await this.mails.claim(tx, mailId, LEASE_SECONDS);
      return typeof mail === 'string' ? mail : { mail, address: await this.addressOf(tx, mail) };
    });
    if (claim === 'over') return;
    if (claim === 'busy') throw new Error('another worker is sending this mail');
    const failure = await this.deliver(claim.mail, claim.address);
    await this.database.write(CTX, (tx) => this.keep(tx, mailId, failure));
    if (failure && !isRefusedForGood(failure)) {
      throw new Error(`the mail server did not take it: ${problemOf(failure)}`);
    }
  }

  sweepParts(): SweepParts {
    return { 'mail that did not leave': () => this.sweep() };
  }

  /** Tries mail whose job has run out of tries, and gives up what is too old to be useful. */
  async sweep(): Promise<{ tried: number; expired: number }> {
    const { ids, expired } = await this.database.write(CTX, async (tx) => ({
      expired: await this.mails.expire(tx, GIVE_UP_AFTER_DAYS, SECRETS_GIVE_UP_AFTER_HOURS),
      ids: await this.mails.stranded(tx, STRANDED_AFTER_HOURS, SWEEP_MAX),
    }));
    // One that fails again is left for a later sweep and must not keep the others waiting.
    for (const id of ids) await this.send(id).catch(() => undefined);
    return { tried: ids.length, expired };
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }

  private async deliver(mail: ClaimedMail, to: string): Promise<SmtpError | undefined> {
    const { portalUrl, officerUrl } = this.config;
    const sites = { portal: portalUrl, officer: officerUrl };
    const { calendar, ...rendered } = renderMail(mail.template, mail.language, mail.params, sites);
    try {
      await this.transport.sendMail({
        to: { name: '', address: to },
        messageId: `<${mail.id}@${new URL(portalUrl).hostname}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
        ...rendered,
        ...(calendar && { attachments: [calendarAttachment(calendar)] }),
      });
      return undefined;
    } catch (e) {
      return e as SmtpError;
    }
  }

  private keep(tx: Tx, id: string, failure: SmtpError | undefined): Promise<void> {
    if (!failure) return this.mails.markSent(tx, id);
    const problem = problemOf(failure);
    if (isRefusedForGood(failure)) return this.mails.markFailed(tx, id, problem);
    return this.mails.release(tx, id, problem);
  }

  private addressOf(tx: Tx, mail: ClaimedMail): Promise<string> {
    const row = mail.contactPointId;
    const place = { table: 'contact_point', column: 'address_sealed', row };
    return this.vault.open(tx, mail.subjectId, place, mail.addressSealed);
  }
}
