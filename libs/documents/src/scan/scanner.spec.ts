// A daemon that speaks ClamAV's INSTREAM: lengths before each chunk, and an empty one at the end.
import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Config } from '#platform';
import { Scanner } from './scanner.service.ts';

Logger.overrideLogger(false);
const COMMAND = 'zINSTREAM\0';
let server: Server | undefined;
afterEach(async () => new Promise((done) => (server ? server.close(done) : done(undefined))));

/** The content of a whole stream; null while more is to come. */
function contentOf(stream: Buffer): Buffer | null {
  const chunks: Buffer[] = [];
  let at = COMMAND.length;
  while (at + 4 <= stream.length) {
    const length = stream.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(stream.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

async function daemon(answer: (content: Buffer, socket: Socket) => void): Promise<Scanner> {
  const made = createServer((socket) => {
    let stream = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      stream = Buffer.concat([stream, chunk]);
      if (!COMMAND.startsWith(stream.toString('latin1', 0, COMMAND.length))) socket.destroy();
      const content = contentOf(stream);
      if (content) answer(content, socket);
    });
  });
  server = made;
  await new Promise<void>((done) => made.listen(0, '127.0.0.1', done));
  const { port } = made.address() as { port: number };
  return new Scanner(Object.assign(new Config(), { clamdAddress: { host: '127.0.0.1', port } }));
}

const says = (text: string) => daemon((_, socket) => void socket.end(text));

test('without a daemon nothing is scanned, and that is what is said', async () => {
  const scanner = new Scanner(Object.assign(new Config(), { clamdAddress: null }));
  expect(await scanner.scan(Buffer.from('x'))).toBe('not_scanned');
});

test('the daemon gets every byte, and its answer is believed', async () => {
  const sent = Buffer.alloc(200_000, 'abc');
  let got: Buffer | undefined;
  const scanner = await daemon((content, socket) => {
    got = content;
    socket.end('stream: OK\0');
  });
  expect(await scanner.scan(sent)).toBe('clean');
  expect(got?.equals(sent)).toBe(true);
});

test('what it finds is infected, whatever it is called', async () => {
  const scanner = await says('stream: Eicar-Test-Signature FOUND\0');
  expect(await scanner.scan(Buffer.from('X5O!'))).toBe('infected');
});

test.each([
  'INSTREAM size limit exceeded. ERROR\0',
  'stream: OK but not quite\0',
  'stream: OK',
  '',
])('anything else is no answer: %j', async (text) => {
  const scanner = await says(text);
  expect(await scanner.scan(Buffer.from('x'))).toBe('unavailable');
});

test('a daemon that is not there is no answer', async () => {
  const clamdAddress = { host: '127.0.0.1', port: 9 };
  const scanner = new Scanner(Object.assign(new Config(), { clamdAddress }));
  expect(await scanner.scan(Buffer.from('x'))).toBe('unavailable');
});
