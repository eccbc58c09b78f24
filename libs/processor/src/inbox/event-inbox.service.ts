import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { instantFromDate, ok, refused, Temporal, type Result } from '#kernel';
import { Config, Wake, type Tx } from '#platform';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { Processor, type ListEvents } from '../processor.port.ts';
import type { FactRouter } from './fact-router.ts';
import { verifyEvent } from '../stripe/verify-event.ts';
import { Arrivals } from './arrivals.store.ts';
import { InboxWorker } from './inbox-worker.service.ts';
import { InboxStore } from './inbox.store.ts';
import { Pace, Turn } from './pace.ts';

// Two lanes: one slow answer of the processor does not hold up all news. One of them looks at a time.
const LANES = 2;
// An arrival wakes whoever rests; these say how late is noticed what was not heard.
const REST_MS = { shortest: 50, longest: 1_000 };
const LIST_EVERY_MS = 1_000;
const RECOVER_EVERY_MS = 3_600_000;
const RETRY_EVERY_MS = 600_000;
const AFTER_ERROR_MS = 1_000;
const RETRY_MAX = 500;
// Events are listed a little late at times, so the last minutes are read again.
const OVERLAP = { minutes: 5 };
const DELIVERY_TRIED_FOR = { hours: 72 };

export interface Accepted {
  readonly eventId: string;
  /** False when it was stored before. */
  readonly fresh: boolean;
}

/**
 * The processor's news: verified and stored before it is answered, then worked from the table, so
 * that a process that dies in between loses nothing.
 */
@Injectable()
export class EventInbox {
  private readonly log = new Logger(EventInbox.name);
  private readonly livemode: boolean;
  /** Why the last listing did not succeed; null when it did. */
  private listingFailedBy: string | null = null;

  constructor(
    @Inject(Config) private readonly config: Config,
    private readonly processor: Processor,
    private readonly arrivals: Arrivals,
    private readonly store: InboxStore,
    private readonly worker: InboxWorker,
    private readonly wake: Wake,
  ) {
    this.livemode = config.stripe.secretKey.includes('_live_');
  }

  /** Has committed when it returns. Takes the exact bytes: a parsed body has lost its signature. */
  async accept(
    raw: Buffer,
    signature: string,
  ): Promise<Result<Accepted, 'bad_signature' | 'not_an_event' | 'wrong_mode'>> {
    const secrets = this.config.stripe.webhookSecrets;
    const event = verifyEvent(raw, signature, secrets, Math.floor(Date.now() / 1000));
    if (!event.ok) return event;
    const { id, livemode, account } = event.value;
    // Test events in production, or another account's, would be taken for money.
    if (livemode !== this.livemode) return refused('wrong_mode', { field: 'livemode' });
    if (account !== null) return refused('wrong_mode', { field: 'account' });
    const { fresh } = await this.arrivals.store(event.value, sha256(raw));
    return ok({ eventId: id, fresh });
  }

  /** Works until told to stop, in the worker only. */
  async poll(router: FactRouter, signal: AbortSignal): Promise<void> {
    const [turn, pace] = [new Turn(), new Pace(REST_MS.shortest, REST_MS.longest)];
    const lanes = Array.from({ length: LANES }, () => this.keepLooking(router, turn, pace, signal));
    lanes.push(this.wake.listen(() => pace.hurry(), signal));
    const byList = this.config.stripe.webhookSecrets.length === 0;
    const list = () => this.listFromProcessor(byList ? {} : { undelivered: true });
    lanes.push(this.keepAt(list, byList ? LIST_EVERY_MS : RECOVER_EVERY_MS, signal));
    lanes.push(this.keepAt(() => this.retryFailed(), RETRY_EVERY_MS, signal));
    await Promise.all(lanes);
  }

  /** Works what is due now, one batch. Returns how many events it took. */
  pollOnce(router: FactRouter): Promise<number> {
    return this.worker.once(router);
  }

  /**
   * Stores events that did not reach us: all since the newest we know where no webhook is set up,
   * or, with `undelivered`, those that the processor gave up on. Returns how many were new.
   */
  async listFromProcessor(which: { undelivered?: boolean } = {}): Promise<number> {
    const listed = await this.processor.listEvents(await this.window(which.undelivered ?? false));
    if (listed.kind !== 'done') {
      const why = listed.kind === 'refused' ? listed.code : listed.reason;
      // Asked every second where no webhook is set up: said once, not each time.
      if (why !== this.listingFailedBy) this.log.warn(`events could not be listed: ${why}`);
      this.listingFailedBy = why;
      return 0;
    }
    this.listingFailedBy = null;
    const missing = await this.store.missing(listed.value.map((e) => e.id));
    // Oldest first, so that what is stored never has a gap behind its newest.
    const ours = listed.value.filter((e) => e.livemode === this.livemode && e.account === null);
    const fresh = ours.filter((e) => missing.has(e.id)).reverse();
    for (const event of fresh) await this.arrivals.store(event, null);
    return fresh.length;
  }

  /** Asks how an object stands now, as if there were news of it: after silence, or by hand. */
  async lookUp(
    tx: Tx,
    look: {
      kind: 'checkout' | 'payment' | 'refund' | 'dispute' | 'cash';
      objectId: string;
      ourId: string | null;
    },
  ): Promise<void> {
    const { objectId, ourId } = look;
    const type = `look.${look.kind}`;
    await this.store.askFor(tx, { type, objectId, ourId, livemode: this.livemode });
  }

  /**
   * Events whose tries were used up while something was broken for long get one more, an hour after
   * the last one; meanwhile they stay on the desk. Returns how many.
   */
  retryFailed(): Promise<number> {
    return this.store.retryFailed(RETRY_MAX);
  }

  /** A parked or failed event begins anew. False when there is no such event on the desk. */
  tryAgain(tx: Tx, eventId: string): Promise<boolean> {
    return this.store.reopen(tx, eventId);
  }

  private async window(undelivered: boolean): Promise<ListEvents> {
    const newest = await this.store.newest();
    const from = newest ? instantFromDate(newest) : Temporal.Now.instant();
    const back = undelivered || !newest ? DELIVERY_TRIED_FOR : OVERLAP;
    return { since: from.subtract(back), undelivered };
  }

  /** Takes turns: while one works at what it found, the next one looks. */
  private async keepLooking(
    router: FactRouter,
    turn: Turn,
    pace: Pace,
    signal: AbortSignal,
  ): Promise<void> {
    while (!signal.aborted) {
      const giveBack = await turn.take();
      if (signal.aborted) return giveBack();
      try {
        const taken = await this.worker.once(router, signal, giveBack);
        if (taken > 0) pace.quicken();
        else await pace.rest(signal);
      } catch (e) {
        this.log.error(`the inbox stumbled: ${(e as Error).name}`);
        await sleep(AFTER_ERROR_MS, undefined, { signal }).catch(() => undefined);
      } finally {
        giveBack();
      }
    }
  }

  private async keepAt(
    work: () => Promise<number>,
    idleMs: number,
    signal: AbortSignal,
  ): Promise<void> {
    while (!signal.aborted) {
      let pause = idleMs;
      try {
        if ((await work()) > 0) pause = 0;
      } catch (e) {
        this.log.error(`the inbox stumbled: ${(e as Error).name}`);
        pause = AFTER_ERROR_MS;
      }
      if (pause > 0) await sleep(pause, undefined, { signal }).catch(() => undefined);
    }
  }
}

const sha256 = (raw: Buffer): Buffer => createHash('sha256').update(raw).digest();
