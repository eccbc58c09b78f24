// COPY … FROM STDIN on a connection of `pg`, which has the parts of it and no name for the whole.
import type pg from 'pg';

interface Wire {
  query(sql: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** Sends all of it and waits until the server has taken it in. */
export function copyIn(client: pg.Client, sql: string, content: Buffer): Promise<void> {
  return new Promise((done, failed) => {
    let error: Error | undefined;
    const copy = {
      submit: (wire: Wire) => wire.query(sql),
      handleCopyInResponse: (wire: Wire) => {
        wire.sendCopyFromChunk(content);
        wire.endCopyFrom();
      },
      handleCommandComplete: () => undefined,
      handleError: (e: Error) => failed((error = e)),
      handleReadyForQuery: () => (error ? undefined : done()),
    };
    client.query(copy as unknown as pg.Submittable);
  });
}
