// A real mail server for tests: our code speaks SMTP to it as to any other.
import type { Socket } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

interface CaughtMail {
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
}

export interface Inbox {
  /** For SMTP_URL. */
  readonly url: string;
  /** Everything that was accepted, oldest first. */
  readonly mails: readonly CaughtMail[];
  /** The oldest mail to this address that no earlier call was given; waits for it to arrive. */
  waitFor(to: string, timeoutMs?: number): Promise<CaughtMail>;
  /** Answers the next addressee, or the next text, with this code instead of accepting it. */
  refuseNext(step: 'addressee' | 'text', code: number): void;
  /** How often somebody connected. */
  connections(): number;
  /** Ends every connection, as a server does to whoever says nothing. */
  hangUp(): void;
  stop(): Promise<void>;
}

const refusal = (code: number, words: string) =>
  Object.assign(new Error(words), { responseCode: code });

export async function startInbox(): Promise<Inbox> {
  const mails: CaughtMail[] = [];
  const taken = new Set<CaughtMail>();
  const refusals = { addressee: [] as number[], text: [] as number[] };

  const keep = async (stream: SMTPServerDataStream, to: readonly string[]) => {
    const mail = await simpleParser(stream);
    const common = {
      from: mail.from?.text ?? '',
      subject: mail.subject ?? '',
      text: mail.text ?? '',
      html: mail.html === false ? '' : (mail.html ?? ''),
      messageId: mail.messageId ?? '',
    };
    const code = refusals.text.shift();
    if (code !== undefined) throw refusal(code, `not taken for <${to.join('>, <')}>`);
    mails.push(...to.map((address) => ({ ...common, to: address })));
  };
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onRcptTo({ address }, _session, answer) {
      const code = refusals.addressee.shift();
      answer(code === undefined ? null : refusal(code, `<${address}> is not known here`));
    },
    onData(stream, session, answer) {
      const to = session.envelope.rcptTo.map((r) => r.address);
      keep(stream, to).then(() => answer(null), answer);
    },
  });
  server.on('error', () => undefined); // a sender that went away shows in the test that needs it
  const sockets: Socket[] = [];
  server.server.on('connection', (socket: Socket) => sockets.push(socket));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.server.address() as { port: number };

  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    async waitFor(to, timeoutMs = 10_000) {
      const until = Date.now() + timeoutMs;
      for (;;) {
        const found = mails.find((m) => m.to === to && !taken.has(m));
        if (found) {
          taken.add(found);
          return found;
        }
        if (Date.now() > until) throw new Error(`no mail to ${to} within ${timeoutMs} ms`);
        await new Promise((next) => setTimeout(next, 20));
      }
    },
    connections: () => sockets.length,
    hangUp: () => sockets.forEach((socket) => socket.end()),
    refuseNext: (step, code) => void refusals[step].push(code),
    stop: () => new Promise<void>((done) => server.close(() => done())),
  };
}
