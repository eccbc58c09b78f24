import { Database, systemCtx, type Swept, type SweepParts } from '#platform';
import { Processor } from '#processor';
import { Injectable, Logger } from '@nestjs/common';
import { ProcessorMovements, type Listing } from './processor-movements.store.ts';

const CTX = systemCtx('treasury.movements');
const EVERY_MINUTES = 60;
/** Of a hundred movements each. A first listing goes on with the next sweep. */
const PAGES_A_SWEEP = 10;
/** A processor that does not answer holds up the sweep: it is not asked each time. */
const AGAIN_AFTER_MS = 10 * 60_000;

/** Asks the processor once an hour what moved our money there. */
@Injectable()
export class MovementAsking implements Swept {
  private readonly log = new Logger(MovementAsking.name);
  private unansweredAt = -Infinity;

  constructor(
    private readonly database: Database,
    private readonly processor: Processor,
    private readonly movements: ProcessorMovements,
  ) {}

  sweepParts(): SweepParts {
    return { 'movements at the processor': () => this.sweep() };
  }

  /** Returns how many movements were new. No answer is no failure: the page shows how old the last is. */
  async sweep(): Promise<number> {
    if (performance.now() - this.unansweredAt < AGAIN_AFTER_MS) return 0;
    let listing = await this.database.write(CTX, (tx) => this.movements.listing(tx, EVERY_MINUTES));
    let added = 0;
    for (let pages = 0; listing && pages < PAGES_A_SWEEP; pages++) {
      const page = await this.page(listing);
      added += page.added;
      listing = page.next;
    }
    return added;
  }

  /** One page, kept; what to go on with, if anything. */
  private async page(listing: Listing): Promise<{ added: number; next: Listing | null }> {
    const { since, after } = listing;
    const answer = await this.processor.listMovements({ since, after });
    if (answer.kind === 'done') {
      const taken = await this.database.write(CTX, (tx) =>
        this.movements.take(tx, listing, answer.value),
      );
      const next = answer.value.hasMore ? { ...listing, after: taken.after } : null;
      return { added: taken.added, next };
    }
    if (answer.kind === 'refused' && after !== null) {
      await this.database.write(CTX, (tx) => this.movements.startOver(tx, listing));
    }
    this.unansweredAt = performance.now();
    this.log.warn(
      `what moved is not known: ${answer.kind === 'refused' ? answer.code : answer.reason}`,
    );
    return { added: 0, next: null };
  }
}
