import { Notifications } from '#notification';
import { Database, newId, signInCtx, systemCtx, visitorCtx } from '#platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Mailing, REFERENCE } from '../support/world/mailing.ts';
import { World } from '../support/world/world.ts';

let world: World;
let mailing: Mailing;
beforeAll(async () => {
  world = await World.start({ processes: ['portal'] });
  mailing = await Mailing.start(world);
});
afterAll(async () => expect(await world.stop()).toEqual([]));

test('the address is sealed, and only the worker’s jobs can look it up', async () => {
  const contact = await mailing.aContact();
  const { rows } = await world.db.admin.query<{ address_sealed: Buffer }>(
    'select address_sealed from contact_point where id = $1',
    [contact.contactPointId],
  );
  expect(rows[0]!.address_sealed.toString('latin1')).not.toContain('person');
  const look = 'select 1 from contact_point';
  const byPortal = world.portal.get(Database).read(contact.ctx, (tx) => tx.query(look));
  await expect(byPortal).rejects.toThrow('permission denied');
  const asVisitor = mailing.worker.get(Database).read(visitorCtx('t'), (tx) => tx.query(look));
  expect(await asVisitor).toEqual([]);
  const asJob = mailing.worker.get(Database).read(systemCtx('t'), (tx) => tx.query(look));
  expect((await asJob).length).toBeGreaterThan(0);
});

test('an applicant adds no contact point for another; a visitor adds none and asks for no mail', async () => {
  const { contactPointId, ctx } = await mailing.aContact();
  const foreign = newId();
  const email = { subjectId: foreign, address: 'x@example.org', language: 'en' } as const;
  const add = (who: Parameters<Database['write']>[0], accountId: string | null) =>
    world.portal
      .get(Database)
      .write(who, (tx) => world.portal.get(Notifications).addEmail(tx, { ...email, accountId }));
  await expect(add(ctx, foreign)).rejects.toThrow('row-level security');
  await expect(add(visitorCtx('t'), null)).rejects.toThrow('row-level security');
  await expect(add(signInCtx('t'), null)).resolves.toBeDefined();
  const asVisitor = world.portal.get(Database).write(visitorCtx('t'), (tx) =>
    world.portal.get(Notifications).send(tx, {
      contactPointId,
      template: 'case_received',
      params: { reference: REFERENCE },
    }),
  );
  await expect(asVisitor).rejects.toThrow('row-level security');
});
