import { Inject, Injectable, Logger } from '@nestjs/common';
import { describeError, eachOf, UnfinishedWork, type Swept } from '#platform';
import { noted } from './unfinished.ts';

/** What each library finds by looking. */
export const SWEPT = Symbol('swept');

/**
 * What is found by looking, every minute: deadlines that passed, work whose job was lost, and rows
 * whose time is over. That it came to its end is written down last.
 */
@Injectable()
export class Sweep {
  private readonly log = new Logger(Sweep.name);

  constructor(
    @Inject(SWEPT) private readonly libraries: readonly Swept[],
    private readonly unfinished: UnfinishedWork,
  ) {}

  /** Each part is tried even when another fails; the first failure is then thrown. */
  async run(): Promise<void> {
    const parts = this.libraries.flatMap((library) => Object.entries(library.sweepParts()));
    const note = () => this.unfinished.note(noted);
    await eachOf([...parts, ['what is unfinished', note] as const], async ([name, part]) => {
      try {
        await part();
      } catch (e) {
        this.log.error(`${name}: ${describeError(e).message}`);
        throw e;
      }
    });
  }
}
