// What the law dates, each reckoned here a second time and in plain calendar arithmetic: the last moment,
// who looks whether it is over, and what then happens once.
import { Temporal } from '#kernel';
import type { BreachStory } from '../../test/support/world/breach.ts';
import type { TestBond } from '../../test/support/world/bonds.ts';
import type { World } from '../../test/support/world/world.ts';

type Instant = Temporal.Instant;
type Day = Temporal.PlainDate;

const CONSULATE = 'America/New_York';
const PORT = 'UTC';

export interface Deadline {
  readonly what: string;
  readonly bond: TestBond;
  /** The last moment, as the rules have it. */
  readonly last: Instant;
  /** The same as the portal has written it down. */
  readonly written: Instant;
  /** The day through which every port must have stated its records, where silence counts. */
  readonly recordsThrough?: Day;
  /** Steps or mails by which it shows that it has passed: none before, one after. */
  readonly acts: () => Promise<number>;
}

const endOf = (day: Day, zone: string): Instant =>
  day.add({ days: 1 }).toZonedDateTime(zone).toInstant().subtract({ milliseconds: 1 });
const dayAt = (moment: Instant, zone: string): Day => moment.toZonedDateTimeISO(zone).toPlainDate();

const momentOf = async (world: World, sql: string, id: string): Promise<Instant> => {
  const { at } = await world.one<{ at: Date }>(sql, id);
  return Temporal.Instant.from(at.toISOString());
};
const steps =
  (world: World, { bondId }: TestBond, event: string) =>
  async () =>
    (
      await world.rows(
        'select 1 from bond_history where owner_id = $1 and event = $2',
        ...[bondId, event],
      )
    ).length;

/** Thirty days to post, to the end of the last one at the consulate (R9). */
async function posting(world: World): Promise<Deadline> {
  const bond = await world.aBond().signed();
  const of = (column: string) =>
    momentOf(world, `select ${column} as at from bond where id = $1`, bond.bondId);
  return {
    ...{ what: 'time to post', bond, written: await of('post_by') },
    last: endOf(dayAt(await of('directed_at'), CONSULATE).add({ days: 30 }), CONSULATE),
    acts: steps(world, bond, 'lapsed'),
  };
}

/** The day up to which records must be complete, as it is written down. */
async function dueOf(world: World, { caseId }: TestBond): Promise<Instant> {
  const { due } = await world.one<{ due: string }>(
    'select due_on::text as due from visa where case_id = $1',
    caseId,
  );
  return endOf(Temporal.PlainDate.from(due), PORT);
}

/** Three months to use the visa, and fourteen days for the last records (R13, R15b). */
async function unusedVisa(world: World, bond: TestBond): Promise<Deadline> {
  await world.issueVisa(bond);
  const sql = 'select issued_at as at from visa where case_id = $1';
  const issued = dayAt(await momentOf(world, sql, bond.caseId), CONSULATE);
  const due = issued.add({ months: 3 }).add({ days: 14 });
  return {
    ...{ what: 'an unused visa', bond, recordsThrough: due, last: endOf(due, PORT) },
    ...{ written: await dueOf(world, bond), acts: steps(world, bond, 'cancelled') },
  };
}

/** Thirty days of stay, and seven for the last records (R13, R16). */
async function missingDeparture(world: World, bond: TestBond): Promise<Deadline> {
  await world.issueVisa(bond);
  const happenedAt = await world.legalNow();
  await world.crossed(world.record('admitted', bond, { happenedAt }));
  const due = dayAt(Temporal.Instant.from(happenedAt), PORT).add({ days: 30 + 7 });
  return {
    ...{ what: 'a missing departure', bond, recordsThrough: due, last: endOf(due, PORT) },
    ...{ written: await dueOf(world, bond), acts: steps(world, bond, 'evidence_requested') },
  };
}

/** Thirty days to appeal, to the end of the last one at the consulate (R22). */
async function appeal(world: World, story: BreachStory, decided: Instant): Promise<Deadline> {
  await setLaw(world, Temporal.Now.instant()); // the journey itself is a journey of today
  const bond = await story.noticed();
  await setLaw(world, decided);
  await story.approved(await story.proposed(bond, 'full'), story.people.second);
  const served = await momentOf(
    world,
    `select state_since as at from breach_ruling where file_id = $1`,
    bond.fileId,
  );
  const sql = 'select appeal_by as at from breach_file where id = $1';
  return {
    ...{ what: 'time to appeal', bond, written: await momentOf(world, sql, bond.fileId) },
    last: endOf(dayAt(served, CONSULATE).add({ days: 30 }), CONSULATE),
    acts: steps(world, bond, 'became_final'),
  };
}

/** The law says that it is that moment. */
export async function setLaw(world: World, moment: Instant): Promise<void> {
  await world.rows(
    `update legal_clock set offset_seconds =
       extract(epoch from $1::timestamptz - clock_timestamp())`,
    moment.toString(),
  );
}

/** After a notice of today and its time to reply. */
const LATER = { hours: 17 * 24 };

/** One of each, from that moment on; the decision on a breach comes at the same hour, weeks later. */
export async function oneOfEach(
  world: World,
  story: BreachStory,
  from: Instant,
): Promise<Deadline[]> {
  const decided = await appeal(world, story, from.add(LATER));
  // Paid today: the processor has a clock of its own.
  await setLaw(world, Temporal.Now.instant());
  const [unused, missing] = [await world.aBond().held(), await world.aBond().held()];
  await setLaw(world, from);
  return [
    await posting(world),
    await unusedVisa(world, unused),
    await missingDeparture(world, missing),
    decided,
  ];
}
