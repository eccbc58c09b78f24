// A small HTTP/1.1 client: kept connections, one request at a time on each. It shares the machine
// with what it measures, so it does no more than it must.
import { connect, type Socket } from 'node:net';

export interface Answer {
  readonly status: number;
}

const HEAD_END = '\r\n\r\n';

class Connection {
  private readonly port: number;
  private socket: Socket;
  private received: Buffer = Buffer.alloc(0);
  private waiting?: { done: (a: Answer) => void; fail: (e: Error) => void };

  constructor(port: number) {
    this.port = port;
    this.socket = this.open();
  }

  ask(request: Buffer): Promise<Answer> {
    // While the other side was measured, the server closed what nobody used.
    if (this.socket.destroyed) this.socket = this.open();
    return new Promise((done, fail) => {
      this.waiting = { done, fail };
      this.socket.write(request);
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private open(): Socket {
    const socket = connect({ port: this.port, host: '127.0.0.1', noDelay: true });
    socket.on('data', (chunk: Buffer) => this.take(chunk));
    socket.on('error', (e) => this.waiting?.fail(e));
    return socket.on('close', () =>
      this.waiting?.fail(new Error('the server closed a connection')),
    );
  }

  private take(chunk: Buffer): void {
    this.received = this.received.length ? Buffer.concat([this.received, chunk]) : chunk;
    const end = this.received.indexOf(HEAD_END);
    if (end < 0) return;
    const head = this.received.toString('latin1', 0, end);
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    if (length === undefined) return this.waiting?.fail(new Error('an answer without a length'));
    const whole = end + HEAD_END.length + Number(length);
    if (this.received.length < whole) return;
    this.received = this.received.subarray(whole);
    const waiting = this.waiting;
    delete this.waiting;
    waiting?.done({ status: Number(head.slice(9, 12)) });
  }
}

/** So many connections to one port; a request waits its turn when all are busy. */
export class KeepAlive {
  private readonly all: Connection[];
  private readonly idle: Connection[];
  private readonly turns: ((c: Connection) => void)[] = [];

  constructor(port: number, connections: number) {
    this.all = Array.from({ length: connections }, () => new Connection(port));
    this.idle = [...this.all];
  }

  async ask(request: Buffer): Promise<Answer> {
    const free = this.idle.pop();
    const connection = free ?? (await new Promise<Connection>((turn) => this.turns.push(turn)));
    const answer = await connection.ask(request);
    const next = this.turns.shift();
    if (next) next(connection);
    else this.idle.push(connection);
    return answer;
  }

  close(): void {
    for (const connection of this.all) connection.close();
  }
}
