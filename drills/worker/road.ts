// The road from one worker to the processor: calls that change something can be stopped on it, before
// they arrive or with their answer on its way.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Stop = 'before' | 'after';

type Release = () => void;

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

/** Of a connection, not of what is asked on it. */
const HOPS = new Set(['host', 'connection', 'content-length', 'transfer-encoding']);

export class Road {
  /** Where the next calls that change something stop; null when the road is clear. */
  stop: Stop | null = null;
  /** Those that only ask stop as well. */
  stopsAsking = false;
  private readonly waiting = new Set<Release>();
  private server!: Server;

  private constructor(private readonly target: string) {}

  static async to(target: string): Promise<Road> {
    const road = new Road(target);
    road.server = createServer((request, response) => {
      road.pass(request, response).catch(() => response.destroy());
    });
    await new Promise<void>((done) => road.server.listen(0, '127.0.0.1', done));
    return road;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** How many calls stand on it. */
  get held(): number {
    return this.waiting.size;
  }

  /** What stands goes on, as far as whoever called is still there. */
  clear(): void {
    this.stop = null;
    this.stopsAsking = false;
    for (const release of this.waiting) release();
  }

  async close(): Promise<void> {
    this.clear();
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private async pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request);
    const stop = request.method === 'POST' || this.stopsAsking ? this.stop : null;
    if (stop === 'before' && !(await this.stand(response))) return;
    const headers = Object.entries(request.headers).filter(([name]) => !HOPS.has(name));
    const answer = await fetch(new URL(request.url ?? '/', this.target), {
      method: request.method ?? 'GET',
      headers: Object.fromEntries(headers) as Record<string, string>,
      ...(body.length > 0 && { body: new Uint8Array(body) }),
    });
    const text = Buffer.from(await answer.arrayBuffer());
    if (stop === 'after' && !(await this.stand(response))) return;
    answer.headers.forEach((value, name) => {
      if (!HOPS.has(name)) response.setHeader(name, value);
    });
    response.writeHead(answer.status).end(text);
  }

  /** False when whoever called is gone. */
  private stand(response: ServerResponse): Promise<boolean> {
    return new Promise((done) => {
      const leave = (isThere: boolean) => {
        this.waiting.delete(release);
        done(isThere);
      };
      const release = () => leave(!response.destroyed);
      this.waiting.add(release);
      response.once('close', () => leave(false));
    });
  }
}
