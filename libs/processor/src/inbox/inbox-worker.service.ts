import { Database, sqlStateOf, systemCtx } from '#platform';
import { Injectable, Logger } from '@nestjs/common';
import { refOf, type Applied, type FactRef, type ProcessorFact } from '../domain/facts.ts';
import { TRIES_MAX, waitAfter } from '../domain/inbox.lifecycle.ts';
import type { FactRouter } from './fact-router.ts';
import { FactReader, refOfLookUp } from './fact-reader.service.ts';
import { sortEvents, type EventGroup } from './group-events.ts';
import { InboxStore, type ClaimedEvent } from './inbox.store.ts';

const BATCH_MAX = 50;
const AT_ONCE = 8;
// Renewed for as long as its batch is worked: what a dead worker had is another's half a minute later.
const LEASE_SECONDS = 20;
const RENEW_EVERY_MS = 5_000;
const BEGIN_WITHIN_MS = 60_000;
// How often a row may move between our look and our lock before we step back.
const FETCHES_MAX = 3;

const ctx = systemCtx('event-inbox');

/** Null where we have no such row. */
type Version = number | null;

/** Works claimed events: fetch with no transaction open, then apply and mark in one. */
@Injectable()
export class InboxWorker {
  private readonly log = new Logger('EventInbox');

  constructor(
    private readonly database: Database,
    private readonly store: InboxStore,
    private readonly reader: FactReader,
  ) {}

  /**
   * One batch. Returns how many events were taken; 0 means that nothing is due. `onTaken` is told as
   * soon as there are some: another may look for more meanwhile.
   */
  async once(router: FactRouter, signal?: AbortSignal, onTaken?: () => void): Promise<number> {
    const events = await this.database.write(ctx, (tx) =>
      this.store.claim(tx, BATCH_MAX, LEASE_SECONDS),
    );
    if (events.length === 0) return 0;
    onTaken?.();
    const renewing = setInterval(() => void this.renew(idsOf(events)), RENEW_EVERY_MS);
    try {
      const { nothing, desk, groups } = sortEvents(events);
      await this.settle(nothing, desk);
      await this.workGroups(groups, router, signal);
    } finally {
      clearInterval(renewing);
    }
    return events.length;
  }

  /** A renewal that fails is not missed before the next one. */
  private async renew(ids: readonly string[]): Promise<void> {
    try {
      await this.database.write(ctx, (tx) => this.store.renew(tx, ids, LEASE_SECONDS));
    } catch (e) {
      this.log.warn(`a lease was not renewed: ${problemOf(e as Error)}`);
    }
  }

  private async settle(
    nothing: readonly ClaimedEvent[],
    desk: readonly { event: ClaimedEvent; problem: string }[],
  ): Promise<void> {
    if (nothing.length + desk.length === 0) return;
    await this.database.write(ctx, async (tx) => {
      if (nothing.length) await this.store.finish(tx, idsOf(nothing), 'applied', 'nothing_to_do');
      for (const { event, problem } of desk) {
        await this.store.finish(tx, [event.id], 'parked', problem);
      }
    });
    for (const { event, problem } of desk) this.log.warn(`${event.id} is parked: ${problem}`);
  }

  /** Some at once; what could not be begun in time is given back. */
  private async workGroups(
    groups: readonly EventGroup[],
    router: FactRouter,
    signal?: AbortSignal,
  ): Promise<void> {
    // Of all rows at once. Should that fail, each group asks for its own, and fails alone.
    const refs = groups.map(({ look }) => refOfLookUp(look));
    const versions = await this.versionsOf(refs, router).catch(() => []);
    const waiting = groups.map((group, i) => ({ group, seen: versions[i] }));
    const end = Date.now() + BEGIN_WITHIN_MS;
    const mayBegin = () => !signal?.aborted && Date.now() < end;
    const lane = async () => {
      for (let next; mayBegin() && (next = waiting.shift());) {
        await this.workSafely(next.group, router, next.seen);
      }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, groups.length) }, lane));
    const left = waiting.flatMap(({ group }) => idsOf(group.events));
    if (left.length) await this.database.write(ctx, (tx) => this.store.release(tx, left));
  }

  private versionsOf(refs: readonly FactRef[], router: FactRouter): Promise<Version[]> {
    return this.database.read(ctx, (tx) =>
      Promise.all(refs.map((ref) => router.versionOf(tx, ref))),
    );
  }

  private async versionOf(ref: FactRef, router: FactRouter): Promise<Version> {
    return (await this.versionsOf([ref], router))[0] ?? null;
  }

  private async workSafely(group: EventGroup, router: FactRouter, seen?: Version): Promise<void> {
    try {
      await this.work(group, router, seen);
    } catch (e) {
      const problem = problemOf(e as Error);
      this.log.error(`${group.events[0]!.id}: ${problem}`, (e as Error).stack?.split('\n')[1]);
      await this.again(group, problem);
    }
  }

  private async work(group: EventGroup, router: FactRouter, known?: Version): Promise<void> {
    let seen = known === undefined ? await this.versionOf(refOfLookUp(group.look), router) : known;
    for (let fetches = 1; fetches <= FETCHES_MAX; fetches++) {
      const read = await this.reader.read(group.look);
      if (read.kind === 'later') return this.again(group, read.problem);
      if (read.kind === 'parked') return this.park(group, read.problem);
      const applied = await this.apply(group, router, read.fact, seen);
      if (applied === 'later') return this.again(group, 'too_early');
      if (applied !== 'stale') return;
      seen = await this.versionOf(refOf(read.fact), router);
    }
    return this.again(group, 'row_keeps_moving');
  }

  private apply(
    group: EventGroup,
    router: FactRouter,
    fact: ProcessorFact,
    seen: number | null,
  ): Promise<Applied> {
    return this.database.write(ctx, async (tx) => {
      const applied = await router.apply(tx, fact, seen);
      const ids = idsOf(group.events);
      if (applied === 'applied') await this.store.finish(tx, ids, 'applied', null);
      else if (typeof applied === 'object') {
        await this.store.finish(tx, ids, 'parked', applied.parked);
        this.log.warn(`${ids[0]} is parked: ${applied.parked}`);
      }
      return applied;
    });
  }

  private async park(group: EventGroup, problem: string): Promise<void> {
    const ids = idsOf(group.events);
    await this.database.write(ctx, (tx) => this.store.finish(tx, ids, 'parked', problem));
    this.log.warn(`${ids[0]} is parked: ${problem}`);
  }

  private async again(group: EventGroup, problem: string): Promise<void> {
    await this.database.write(ctx, async (tx) => {
      for (const { id, attempts } of group.events) {
        if (attempts >= TRIES_MAX) await this.store.finish(tx, [id], 'failed', problem);
        else await this.store.tryAgain(tx, id, waitAfter(attempts), problem);
      }
    });
  }
}

/** The message may carry values of a row; names, and the state of SQL, never do. */
function problemOf(e: Error & { driverError?: { constraint?: string } }): string {
  return [e.name, sqlStateOf(e), e.driverError?.constraint].filter(Boolean).join(' ');
}

const idsOf = (events: readonly ClaimedEvent[]): string[] => events.map((e) => e.id);
