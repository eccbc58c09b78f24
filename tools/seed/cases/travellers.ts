// Invented travellers in numbers: who they are, where and when they applied, and what became of it.
// Everything follows from the number, so the same number is always the same traveller.
import type { PersonDetails } from '#identity';
import { dayIn, instantFromDate, Temporal, toDate } from '#kernel';
import { informationClock } from '../../../libs/application/src/domain/information.ts';
import { postingDeadline } from '#programme';
import { v7 } from 'uuid';
import { ID_NAMES, type Ids } from './ids.ts';
import type { SeedProgramme } from './programme.ts';
import { Sealer, type Sealed } from './sealer.ts';
import { stories, storyOf, type Story } from './stories.ts';

const GIVEN =
  'Alice Brian Carla Dennis Elena Frank Gloria Hugh Irene James Karen Louis Maria Noah Olga Peter Rita Simon Tanya Victor'.split(
    ' ',
  );
const FAMILY =
  'Adams Bailey Carter Dawson Ellis Foster Graham Hayes Irving Jensen Keller Larsen Mason Novak Owens Parker Quinn Reed Sutton Turner Usher Vance Walker Young Zeller'.split(
    ' ',
  );
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
// Odd, so that each of the 2^40 references comes once before the first comes again.
const STRIDE = 618_033_988_749n;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
// Longer than the longest story, at the slowest pace.
const STORY_DAYS = 70;

/** A row of seed_case. */
export interface Traveller extends Ids, Sealed {
  readonly n: number;
  readonly story: number;
  readonly consulate: string;
  readonly reference: string;
  readonly opened_at: Date;
  /** How much slower than usual everything went. */
  readonly pace: number;
  /** Null without a direction. */
  readonly post_by: Date | null;
  /** Null where nothing was asked. */
  readonly answer_by: Date | null;
  readonly remind_at: Date | null;
}

/** Between 0 and 1, and always the same for the same n and purpose. */
function chance(n: number, purpose: number): number {
  let x = Math.imul(n + 1 + Math.imul(purpose, 0x85ebca6b), 0xc2b2ae35);
  x = Math.imul(x ^ (x >>> 15), 0x27d4eb2f);
  return ((x ^ (x >>> 13)) >>> 0) / 2 ** 32;
}
const oneOf = <T>(list: readonly T[], n: number, purpose: number): T =>
  list[Math.floor(chance(n, purpose) * list.length)]!;

function referenceOf(n: number, first: bigint): string {
  let rest = (first + BigInt(n) * STRIDE) % 2n ** 40n;
  let code = '';
  for (let i = 0; i < 8; i++, rest /= 32n) code += LETTERS[Number(rest % 32n)];
  return `VB-${code.slice(0, 4)}-${code.slice(4)}`;
}

const personOf = (n: number): PersonDetails => ({
  givenNames: oneOf(GIVEN, n, 1),
  familyName: oneOf(FAMILY, n, 2),
  bornOn: Temporal.PlainDate.from('1945-01-01')
    .add({ days: Math.floor(chance(n, 3) * 22_000) })
    .toString(),
  nationality: 'USA',
  sex: n % 2 ? 'female' : 'male',
});

const hoursOf = ({ steps }: Story, part: string, event?: string): number | undefined =>
  steps.find((step) => step.part === part && (!event || step.event === event))?.hours;

const momentOf = (when: Pick<Traveller, 'opened_at' | 'pace'>, hours: number) =>
  instantFromDate(new Date(when.opened_at.getTime() + hours * when.pace * HOUR_MS));

export class Travellers {
  private readonly sealer: Sealer;

  constructor(
    private readonly programme: SeedProgramme,
    private readonly now: Date,
    private readonly firstReference: bigint,
    /** Cases that were there before: no number is given twice. */
    private readonly before: number,
  ) {
    this.sealer = new Sealer(programme);
  }

  /** The ith of this run. */
  one(i: number): Traveller {
    const n = this.before + i;
    const story = storyOf(i);
    const when = this.when(n, stories[story]!);
    const consulate = oneOf(this.programme.consulates, n, 4);
    const id = () => v7({ msecs: when.opened_at.getTime() });
    const ids = Object.fromEntries(ID_NAMES.map((name) => [name, id()])) as unknown as Ids;
    const reference = referenceOf(n, this.firstReference);
    const post_by = this.postBy(stories[story]!, when, consulate.timeZone);
    const sealed = this.sealer.seal(ids, {
      ...{
        details: personOf(n),
        number: `X${10_000_000 + n}`,
        reference,
        openedAt: when.opened_at,
      },
      ...{ email: `traveller${n}@demo.example` },
      postBy: post_by && dayIn(instantFromDate(post_by), consulate.timeZone),
      isSubmitted: stories[story]!.steps.some((s) => s.event === 'submitted'),
      isAsked: stories[story]!.steps.some((s) => s.event === 'information_requested'),
      isAnswered: stories[story]!.steps.some((s) => s.event === 'information_given'),
    });
    const asked = this.askedUntil(stories[story]!, when, consulate.timeZone);
    const one = { n: i, story, consulate: consulate.id, reference, ...when, post_by, ...asked };
    return { ...one, ...ids, ...sealed };
  }

  private when(n: number, { steps, age }: Story): Pick<Traveller, 'opened_at' | 'pace'> {
    const pace = 1 + chance(n, 5) / 10;
    const lasted = steps.at(-1)!.hours * pace * HOUR_MS;
    const programmeMs = this.now.getTime() - this.programme.rulesSince.getTime();
    const longest = {
      over: Math.max(programmeMs - STORY_DAYS * DAY_MS, DAY_MS),
      going_on: 4 * DAY_MS,
      just_now: HOUR_MS / 3,
    };
    const ago = chance(n, 6) * longest[age];
    return { pace, opened_at: new Date(this.now.getTime() - ago - lasted) };
  }

  private postBy(story: Story, when: Pick<Traveller, 'opened_at' | 'pace'>, zone: string) {
    const hours = hoursOf(story, 'bond');
    if (hours === undefined) return null;
    const directedAt = momentOf(when, hours);
    return toDate(postingDeadline(directedAt, zone, this.programme.rules));
  }

  private askedUntil(story: Story, when: Pick<Traveller, 'opened_at' | 'pace'>, zone: string) {
    const hours = hoursOf(story, 'case', 'information_requested');
    if (hours === undefined) return { answer_by: null, remind_at: null };
    const { informationDays } = this.programme.rules;
    const clock = informationClock(momentOf(when, hours), zone, informationDays);
    return { answer_by: toDate(clock.answerBy), remind_at: toDate(clock.dueAt) };
  }
}
