// What travellers are told of the border's records of them, sentence by sentence.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { JourneyNotes } from '#departure';
import { dayIn, formatDay, Temporal } from '#kernel';
import { minutesAgo } from '../support/world/border.ts';
import { Payer } from '../support/world/payer.ts';
import { World } from '../support/world/world.ts';

let world: World;
beforeAll(async () => {
  world = await World.start();
}, 60_000);
afterAll(async () => expect(await world.stop()).toEqual([]));

/** At the port, which keeps the time of Bamako. */
const inWords = ({ happenedAt }: { happenedAt: string }, lang: 'en' | 'fr' = 'en') =>
  formatDay(dayIn(Temporal.Instant.from(happenedAt), 'Africa/Bamako'), lang);
const ago = (minutes: number) => ({ happenedAt: minutesAgo(minutes) });
type Sent = ReturnType<World['record']>;
const instead = (older: Sent, more: object = {}): Sent => ({
  ...{ ...older, recordId: randomUUID(), corrects: older.recordId },
  ...more,
});

async function withVisa(): Promise<Payer> {
  const payer = await Payer.held(world);
  await payer.visaIssued();
  return payer;
}

/** The sentences on the page of the case, as its traveller reads them. */
async function told({ visitor, home }: Payer, lang: 'en' | 'fr' = 'en'): Promise<string[]> {
  const { body } = await visitor.get(`${home}?lang=${lang}`);
  const title = lang === 'en' ? 'What the border recorded' : 'Ce que la frontière a enregistré';
  const [, list = ''] = new RegExp(`>${title}</h2><ul[^>]*>(.*?)</ul>`, 's').exec(body) ?? [];
  const lines = [...list.matchAll(/<li>(.*?)<\/li>/gs)].map(([, text]) => text!);
  return lines.map((text) => text.replaceAll(/[\s\u00a0\u202f]+/g, ' '));
}

async function leaveBy({ caseId }: Payer, lang: 'en' | 'fr' = 'en'): Promise<string> {
  const sql = 'select leave_by::text as day from visa where case_id = $1';
  const { day } = await world.one<{ day: string }>(sql, caseId);
  return formatDay(Temporal.PlainDate.from(day), lang);
}

test('an entry and a departure in time, in both languages', async () => {
  const payer = await withVisa();
  expect(await told(payer)).toEqual([]);
  const [came, left] = [ago(60), ago(30)];
  await world.crossed(world.record('admitted', payer, came));
  const entered = `You entered through Bamako–Sénou (Modibo Keïta) on ${inWords(came)}. You must leave by the end of ${await leaveBy(payer)}.`;
  expect(await told(payer)).toEqual([entered]);
  await world.crossed(world.record('departed', payer, left));
  expect(await told(payer)).toEqual([
    entered,
    `You left from Bamako–Sénou (Modibo Keïta) on ${inWords(left)}. The last day to leave was ${await leaveBy(payer)}. Your bond goes back automatically.`,
  ]);
  expect(await told(payer, 'fr')).toContain(
    `Votre départ de Bamako–Sénou (Modibo Keïta) est enregistré le ${inWords(left, 'fr')}. Le dernier jour pour partir était le ${await leaveBy(payer, 'fr')}. Votre caution vous revient automatiquement.`,
  );
});

test('a refusal of entry, and the same told again is told once', async () => {
  const payer = await withVisa();
  const turnedAway = ago(60);
  await world.crossed(world.record('refused', payer, turnedAway));
  await world.crossed(world.record('refused', payer, turnedAway));
  expect(await told(payer)).toEqual([
    `You were refused entry at Bamako–Sénou (Modibo Keïta) on ${inWords(turnedAway)}. Your bond goes back automatically.`,
  ]);
});

test('what waits for an officer, until the record that was missing arrives', async () => {
  const payer = await withVisa();
  const left = ago(30);
  await world.crossed(world.record('departed', payer, left));
  expect(await told(payer)).toEqual([
    `Your departure from Bamako–Sénou (Modibo Keïta) on ${inWords(left)} was reported. An officer must check the record before it counts.`,
  ]);
  await world.crossed(world.record('admitted', payer, ago(60)));
  const lines = await told(payer);
  expect(lines).toHaveLength(2);
  expect(lines.join(' ')).toContain('Your bond goes back automatically.');
  expect(lines.join(' ')).not.toContain('An officer must check');
});

test('a record that is corrected, taken back, or changed after it was used', async () => {
  const payer = await withVisa();
  const first = world.record('admitted', payer, ago(90));
  const second = instead(first, ago(60));
  await world.crossed(first);
  await world.crossed(second);
  const [corrected, ...more] = await told(payer);
  expect([corrected, more]).toEqual([expect.stringContaining('You entered through'), []]);
  const deletion = instead(second, { kind: 'deleted' });
  await world.crossed(deletion);
  expect(await told(payer)).toEqual([
    `The border took back its record of ${inWords(ago(60))}. That record no longer counts.`,
  ]);
  const [again, left] = [world.record('admitted', payer, ago(50)), world.record('departed', payer)];
  await world.crossed(again, left);
  await world.crossed(instead(left, ago(20)));
  expect((await told(payer)).at(-1)).toContain('The border has corrected this record since.');
  const after = await withVisa();
  const [entry, exit] = [world.record('admitted', after, ago(60)), world.record('departed', after)];
  await world.crossed(entry, exit);
  await world.crossed(instead(exit, { kind: 'deleted' }));
  expect((await told(after)).at(-1)).toContain('An officer must check the change.');
});

test('nobody but the traveller reads it, and no program changes it', async () => {
  const payer = await withVisa();
  await world.crossed(world.record('admitted', payer, ago(60)));
  const other = await world.anApplicant();
  const seen = await world.as(world.portal, other.ctx, (tx) =>
    world.portal.get(JourneyNotes).ofCase(tx, payer.caseId),
  );
  expect(seen).toEqual([]);
  for (const sql of [`update journey_note set code = 'refused'`, 'delete from journey_note']) {
    await expect(world.rows(sql)).rejects.toMatchObject({ code: 'VB009' });
    await expect(world.byRule((tx) => tx.query(sql))).rejects.toThrow('permission denied');
  }
});
