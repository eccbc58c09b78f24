import { refused } from '#kernel';
import { MailSender, Notifications, type MailOrder, type MailTemplate } from '#notification';
import { Database, type Tx } from '#platform';
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

test('a mail is asked for with its decision and sent once', async () => {
  const contact = await mailing.aContact('fr');
  const id = await mailing.asked(contact);
  const jobs = await world.db.admin.query(
    `select data from pgboss.job where name = 'mail.send' and data->>'mailId' = $1`,
    [id],
  );
  expect(jobs.rows).toEqual([{ data: { mailId: id } }]);
  expect(await mailing.rowOf(id)).toMatchObject({
    state: 'queued',
    params: { reference: REFERENCE },
  });

  await mailing.send(id);
  const mail = await mailing.inbox.waitFor(contact.address);
  expect(mail).toMatchObject({
    messageId: `<${id}@portal.example>`,
    subject: `Une caution est demandée pour votre dossier ${REFERENCE}`,
    from: '"Visa Bond Portal" <no-reply@visa-bond.example>',
  });
  expect(mail.text).toContain(`https://portal.example/cases/${REFERENCE}`);
  expect(mail.html).toContain(`href="https://portal.example/cases/${REFERENCE}"`);
  expect(await mailing.rowOf(id)).toMatchObject({ state: 'sent', attempts: 1, has_left: true });

  await mailing.send(id);
  expect(mailing.sent(contact.address)).toBe(1);
});

test('mail that visitors cause waits in a queue of its own, and holds up nobody else’s', async () => {
  const flood = await mailing.aContact();
  const codes = [];
  for (let i = 0; i < 40; i++) codes.push(await mailing.asked(flood, String(i).padStart(8, '0')));
  const contact = await mailing.aContact();
  const id = await mailing.asked(contact);
  const { rows } = await world.db.admin.query<{ name: string; waiting: number }>(
    `select name, count(*)::int as waiting from pgboss.job
     where data->>'mailId' = any ($1) group by name order by name`,
    [[...codes, id]],
  );
  expect(rows).toEqual([
    { name: 'mail.open', waiting: 40 },
    { name: 'mail.send', waiting: 1 },
  ]);
  const started = await mailing.anotherWorker();
  try {
    await started.init();
    await mailing.inbox.waitFor(contact.address);
    expect(mailing.sent(flood.address)).toBeLessThan(40);
  } finally {
    await started.close();
  }
}, 30_000);

test('many mails at once are those that each would have been alone, with their jobs', async () => {
  const [alone, together] = [await mailing.aContact(), await mailing.aContact('fr')];
  const orders = ({ contactPointId }: { contactPointId: string }) =>
    [
      ...['1', '2'].map((n) => ({
        ...{ contactPointId, template: 'case_received', params: { reference: `VB-0000-000${n}` } },
      })),
      { contactPointId, template: 'sign_up_code', params: { code: '12345678' }, turn: 3 },
    ] as MailOrder<MailTemplate>[];
  const write = (work: (tx: Tx) => Promise<void>) =>
    world.portal.get(Database).write(alone.ctx, work);
  const mails = world.portal.get(Notifications);
  for (const order of orders(alone)) await write((tx) => mails.send(tx, order));
  await write((tx) => mails.sendAll(tx, orders(together)));
  const rowsOf = async ({ contactPointId }: { contactPointId: string }) => {
    const { rows } = await world.db.admin.query<object>(
      `select m.template, m.params, m.state, to_jsonb(j) - '{id,data,created_on,start_after,keep_until}'
         ::text[] as job
       from mail m join pgboss.job j on j.data = jsonb_build_object('mailId', m.id)
       where m.contact_point_id = $1 order by m.id`,
      [contactPointId],
    );
    return rows;
  };
  expect(await rowsOf(together)).toEqual(await rowsOf(alone));
  expect(await rowsOf(together)).toMatchObject([
    ...[{ job: { name: 'mail.send' } }, { job: { name: 'mail.send' } }],
    { job: { name: 'mail.open', priority: -3 } },
  ]);
});

test('what is rolled back asks for no mail', async () => {
  const contact = await mailing.aContact();
  const before = await world.db.admin.query('select 1 from pgboss.job');
  await world.portal.get(Database).write(contact.ctx, async (tx) => {
    await world.portal.get(Notifications).send(tx, {
      contactPointId: contact.contactPointId,
      template: 'case_received',
      params: { reference: REFERENCE },
    });
    return refused('too_late');
  });
  const rows = await world.db.admin.query('select 1 from mail where contact_point_id = $1', [
    contact.contactPointId,
  ]);
  expect(rows.rowCount).toBe(0);
  expect((await world.db.admin.query('select 1 from pgboss.job')).rowCount).toBe(before.rowCount);
});

test('a template that cannot be filled is stopped where it is asked for', async () => {
  const { contactPointId, ctx } = await mailing.aContact();
  const wrong = world.portal.get(Database).write(ctx, (tx) =>
    world.portal.get(Notifications).send(tx, {
      contactPointId,
      template: 'case_refused',
      params: { reference: 'Ada Lovelace' },
    }),
  );
  await expect(wrong).rejects.toThrow('case_refused cannot be filled: reference');
});

test('a code is forgotten once its mail has left', async () => {
  const contact = await mailing.aContact();
  const id = await mailing.asked(contact, '01234567');
  expect(await mailing.rowOf(id)).toMatchObject({ params: { code: '01234567' } });
  await mailing.send(id);
  expect((await mailing.inbox.waitFor(contact.address)).text).toContain('01234567');
  expect(await mailing.rowOf(id)).toMatchObject({ state: 'sent', params: {} });
});

test.each(['addressee', 'text'] as const)(
  'a server that is busy at the %s is tried again, and its words are not kept',
  async (step) => {
    const contact = await mailing.aContact();
    const id = await mailing.asked(contact);
    mailing.inbox.refuseNext(step, 451);
    const first = await mailing.send(id).catch((e: Error) => e);
    expect(first).toMatchObject({ message: 'the mail server did not take it: 451' });
    expect(await mailing.rowOf(id)).toMatchObject({ state: 'queued', attempts: 1, problem: '451' });
    await mailing.send(id);
    expect(await mailing.rowOf(id)).toMatchObject({ state: 'sent', attempts: 2, problem: null });
    expect(mailing.sent(contact.address)).toBe(1);
  },
);

test('an address refused for good is not tried again, and its code is forgotten', async () => {
  const contact = await mailing.aContact();
  const id = await mailing.asked(contact, '99999999');
  mailing.inbox.refuseNext('addressee', 550);
  await mailing.send(id);
  expect(await mailing.rowOf(id)).toMatchObject({ state: 'failed', problem: '550', params: {} });
  await mailing.send(id);
  expect(mailing.sent(contact.address)).toBe(0);
});

test('a server that is not there is tried again', async () => {
  const contact = await mailing.aContact();
  const id = await mailing.asked(contact);
  const lost = await mailing.anotherWorker('smtp://127.0.0.1:1');
  await expect(lost.get(MailSender).send(id)).rejects.toThrow('did not take it: E');
  await lost.close();
  expect(await mailing.rowOf(id)).toMatchObject({ state: 'queued', attempts: 1 });
  await mailing.send(id);
  expect(mailing.sent(contact.address)).toBe(1);
});

test('two workers at once send one mail', async () => {
  const contact = await mailing.aContact();
  const id = await mailing.asked(contact);
  const ends = await Promise.allSettled([mailing.send(id), mailing.send(id), mailing.send(id)]);
  expect(mailing.sent(contact.address)).toBe(1);
  expect(await mailing.rowOf(id)).toMatchObject({ state: 'sent', attempts: 1 });
  for (const end of ends) {
    if (end.status === 'rejected') expect(String(end.reason)).toContain('another worker');
  }
});

test('a worker that died while sending holds the mail only until its lease ends', async () => {
  const contact = await mailing.aContact();
  const id = await mailing.asked(contact);
  const lease = (when: string) =>
    world.db.admin.query(
      `update mail set sending_until = now() + interval '${when}' where id = $1`,
      [id],
    );
  await lease('50 seconds');
  await expect(mailing.send(id)).rejects.toThrow('another worker');
  expect(mailing.sent(contact.address)).toBe(0);
  await lease('-1 second');
  await mailing.send(id);
  expect(mailing.sent(contact.address)).toBe(1);
});

test('the sweep sends what was left lying and gives up what is useless', async () => {
  const [left, old, code, fresh] = await Promise.all([1, 2, 3, 4].map(() => mailing.aContact()));
  const ids = [
    await mailing.asked(left!),
    await mailing.asked(old!),
    await mailing.asked(code!, '11111111'),
  ];
  const freshId = await mailing.asked(fresh!);
  const age = (id: string, by: string) =>
    world.db.admin.query(`update mail set created_at = now() - interval '${by}' where id = $1`, [
      id,
    ]);
  await age(ids[0]!, '3 hours');
  await age(ids[1]!, '8 days');
  await age(ids[2]!, '3 hours');

  expect(await mailing.worker.get(MailSender).sweep()).toEqual({ tried: 1, expired: 2 });
  expect(await mailing.rowOf(ids[0]!)).toMatchObject({ state: 'sent' });
  expect(await mailing.rowOf(ids[1]!)).toMatchObject({ state: 'failed', problem: 'expired' });
  expect(await mailing.rowOf(ids[2]!)).toMatchObject({
    state: 'failed',
    problem: 'expired',
    params: {},
  });
  expect(await mailing.rowOf(freshId)).toMatchObject({ state: 'queued', attempts: 0 });
  expect([left!, old!, code!, fresh!].map((c) => mailing.sent(c.address))).toEqual([1, 0, 0, 0]);
});

test('in a started worker the queue is worked by itself', async () => {
  const contact = await mailing.aContact();
  const started = await mailing.anotherWorker();
  try {
    await started.init();
    await mailing.asked(contact);
    expect((await mailing.inbox.waitFor(contact.address)).subject).toContain(REFERENCE);
  } finally {
    await started.close();
  }
});
