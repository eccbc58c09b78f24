// A mail server that takes everything and keeps nothing: what a worker's mail costs it, and no more.
import { createServer, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

function serve(socket: Socket): void {
  let isBody = false;
  const lines = createInterface({ input: socket });
  const answer = (text: string) => socket.write(`${text}\r\n`);
  lines.on('line', (line) => {
    if (isBody) {
      if (line !== '.') return;
      isBody = false;
      return answer('250 taken');
    }
    const word = line.slice(0, 4).toUpperCase();
    if (word === 'QUIT') return socket.end('221 bye\r\n');
    isBody = word === 'DATA';
    return answer(isBody ? '354 go on' : '250 ok');
  });
  socket.on('error', () => socket.destroy());
  answer('220 a bench');
}

export class MailSink {
  private readonly server: Server;

  private constructor(server: Server) {
    this.server = server;
  }

  static async on(port: number): Promise<MailSink> {
    const server = createServer(serve);
    await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
    return new MailSink(server);
  }

  stop(): Promise<void> {
    return new Promise((done) => this.server.close(() => done()));
  }
}
