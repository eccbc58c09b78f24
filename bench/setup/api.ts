// The api as its own process, and the processor that sends it events.
import { startChild, type Child } from '../../tools/child.ts';
import { appOptions } from '../../tools/processes.ts';
import type { BenchDatabase } from './database.ts';
import { KeepAlive } from './keep-alive.ts';
import { benchWorld } from './world.ts';

export interface Api {
  readonly child: Child;
  /** Delivers one event; throws unless it was acknowledged. */
  readonly deliver: (request: Buffer) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function startApi(db: BenchDatabase, connections: number): Promise<Api> {
  const child = await startChild(appOptions(await benchWorld(db), 'api'));
  const http = new KeepAlive(child.port, connections);
  return {
    child,
    deliver: async (request) => {
      const { status } = await http.ask(request);
      if (status !== 200) throw new Error(`an event was answered ${status}\n${child.log()}`);
    },
    stop: async () => {
      http.close();
      await child.stop();
    },
  };
}
