import { connect, type Socket } from 'node:net';
import { Config } from '#platform';
import { Inject, Injectable, Logger } from '@nestjs/common';

/** Whether a scanner has looked: people are told when none has. */
export type Scan = 'clean' | 'not_scanned';

const CHUNK_BYTES = 64 * 1024;
const ANSWER_MS_MAX = 20_000;
const ANSWER_BYTES_MAX = 4_096;

/** Asks ClamAV's daemon, when there is one, by its INSTREAM command. */
@Injectable()
export class Scanner {
  private readonly log = new Logger(Scanner.name);

  constructor(@Inject(Config) private readonly config: Config) {}

  /** `unavailable`: there should be a scanner, and it did not say. */
  async scan(bytes: Buffer): Promise<Scan | 'infected' | 'unavailable'> {
    const address = this.config.clamdAddress;
    if (!address) return 'not_scanned';
    const answer = await ask(address, bytes).catch((e: Error) => {
      this.log.warn(`the virus scanner did not answer: ${e.message}`);
      return '';
    });
    if (answer === 'stream: OK') return 'clean';
    // The name of what it found stays out of the log: it could be chosen by who sent it.
    return answer.endsWith(' FOUND') ? 'infected' : 'unavailable';
  }
}

async function ask({ host, port }: { host: string; port: number }, bytes: Buffer): Promise<string> {
  const socket = connect({ host, port, timeout: ANSWER_MS_MAX });
  try {
    const answer = answerOf(socket);
    socket.write('zINSTREAM\0');
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      const chunk = bytes.subarray(at, at + CHUNK_BYTES);
      socket.write(lengthOf(chunk.length));
      socket.write(chunk);
    }
    socket.write(lengthOf(0));
    return await answer;
  } finally {
    socket.destroy();
  }
}

function lengthOf(length: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}

function answerOf(socket: Socket): Promise<string> {
  return new Promise((done, fail) => {
    let text = '';
    const late = setTimeout(() => fail(new Error('too slow')), ANSWER_MS_MAX);
    const end = (then: () => void) => {
      clearTimeout(late);
      then();
    };
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('latin1');
      if (text.length > ANSWER_BYTES_MAX) end(() => fail(new Error('too long an answer')));
      else if (text.includes('\0')) end(() => done(text.slice(0, text.indexOf('\0'))));
    });
    socket.on('timeout', () => end(() => fail(new Error('too slow'))));
    socket.on('error', (e) => end(() => fail(e)));
    socket.on('close', () => end(() => fail(new Error('hung up'))));
  });
}
