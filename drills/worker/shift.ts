// Workers at their work: real processes, each with a road to the processor of its own.
import { testConfig } from '../../test/support/app.ts';
import { startProcesses, type Processes } from '../../test/support/processes.ts';
import { WEBHOOK_SECRET } from '../../test/support/world/events.ts';
import { processorAt } from '../../test/support/world/process.ts';
import type { World } from '../../test/support/world/world.ts';
import { Road } from './road.ts';

export class Hand {
  private constructor(
    readonly road: Road,
    private readonly programs: Processes,
  ) {}

  static async at(world: World): Promise<Hand> {
    const road = await Road.to(world.emulator.url);
    // Border systems sign for the api of the test's own processes.
    const { apiUrl } = testConfig(world.db.url('worker'));
    const env = { API_URL: apiUrl, STRIPE_WEBHOOK_SECRETS: WEBHOOK_SECRET };
    return new Hand(
      road,
      await startProcesses(world.db, {
        programs: ['worker'],
        env: { ...env, ...processorAt(road.url) },
      }),
    );
  }

  /** It has called, and the call stands. */
  get isAtIt(): boolean {
    return this.road.held > 0;
  }

  /** Nothing of it cleans up, and what it has asked of the processor stands where it is. */
  async dies(): Promise<void> {
    await this.programs.get('worker').kill();
    await this.leave();
  }

  /** As a machine that is paused, or starved of its processor. */
  hangs(): void {
    this.programs.get('worker').signal('SIGSTOP');
  }

  wakes(): void {
    this.programs.get('worker').signal('SIGCONT');
    this.road.clear();
  }

  async leave(): Promise<void> {
    await this.programs.stop();
    await this.road.close();
  }
}

export class Shift {
  hands: Hand[] = [];

  constructor(private readonly world: World) {
    world.onStop(() => this.end());
  }

  async comes(count: number): Promise<void> {
    const coming = Array.from({ length: count }, () => Hand.at(this.world));
    this.hands.push(...(await Promise.all(coming)));
  }

  clear(): void {
    for (const { road } of this.hands) road.clear();
  }

  get atIt(): readonly Hand[] {
    return this.hands.filter((hand) => hand.isAtIt);
  }

  without(gone: readonly Hand[]): void {
    this.hands = this.hands.filter((hand) => !gone.includes(hand));
  }

  private async end(): Promise<void> {
    await Promise.all(this.hands.map((hand) => hand.leave()));
  }
}
