// The way of the processor's events to us, on a bad day.
import { mustBeOk } from '#kernel';
import { EventInbox } from '#processor';
import Stripe from 'stripe';
import { WEBHOOK_SECRET } from '../../test/support/world/events.ts';
import type { World } from '../../test/support/world/world.ts';
import { between } from '../drill.ts';

interface ProcessorsEvent {
  readonly id: string;
}

const PAGE = 100;
const LOST = 0.2;
const LATE = 0.3;
const TIMES_MAX = 5;
/** How often the worker works between two deliveries. */
const WORKS = 0.3;

/** Events are lost, come late, twice and in any order; the worker works in between. */
export class Post {
  private late: ProcessorsEvent[] = [];
  private readonly seen = new Set<string>();
  /** Deliveries that did not come once, at once and in order. */
  points = 0;

  constructor(
    private readonly world: World,
    private readonly next: () => number,
  ) {}

  /** What has happened before is nobody's business here. */
  async beginsNow(): Promise<void> {
    await this.collect();
  }

  /** Delivers what is new and what was late, or some of it. */
  async comes(): Promise<void> {
    const arriving: ProcessorsEvent[] = [];
    for (const event of [...this.late.splice(0), ...(await this.collect())]) {
      const fate = this.next();
      if (fate < LOST) this.points++;
      else if (fate < LOST + LATE) this.points += this.late.push(event) > 0 ? 1 : 0;
      else arriving.push(...Array<ProcessorsEvent>(between(this.next, 1, TIMES_MAX)).fill(event));
    }
    await this.deliver(arriving);
  }

  /** Days later: what was late arrives. What was lost never does. */
  async endsLate(): Promise<void> {
    await this.deliver(this.late.splice(0));
  }

  /** Each once, at once and in order. */
  async comesWell(): Promise<void> {
    for (const event of await this.collect()) {
      await this.accept(event);
      await this.world.workInbox();
    }
  }

  private async deliver(events: readonly ProcessorsEvent[]): Promise<void> {
    for (const event of shuffled(events, this.next)) {
      this.points++;
      await this.accept(event);
      if (this.next() < WORKS) await this.world.workInbox();
    }
    await this.world.workInbox();
  }

  private async accept(event: ProcessorsEvent): Promise<void> {
    const payload = JSON.stringify(event);
    const sign = { payload, secret: WEBHOOK_SECRET };
    const header = Stripe.webhooks.generateTestHeaderString(sign);
    mustBeOk(await this.world.api.get(EventInbox).accept(Buffer.from(payload), header));
  }

  /** Those that were not collected before, the oldest first. */
  private async collect(): Promise<ProcessorsEvent[]> {
    const found: ProcessorsEvent[] = [];
    for (let after = ''; ;) {
      const from = after && `&starting_after=${after}`;
      const { data, has_more: more } = await this.world.stripe<{
        data: ProcessorsEvent[];
        has_more: boolean;
      }>(`events?limit=${PAGE}${from}`);
      const fresh = data.filter(({ id }) => !this.seen.has(id));
      found.push(...fresh);
      if (!more || fresh.length < data.length) break;
      after = data.at(-1)!.id;
    }
    for (const { id } of found) this.seen.add(id);
    return found.reverse();
  }
}

function shuffled<T>(list: readonly T[], next: () => number): T[] {
  const all = [...list];
  for (let n = all.length - 1; n > 0; n--) {
    const other = between(next, 0, n);
    [all[n], all[other]] = [all[other]!, all[n]!];
  }
  return all;
}
