import { auditEntities } from '#audit';
import { refused } from '#kernel';
import {
  Mail,
  MailerModule,
  MailSender,
  notificationEntities,
  NotificationModule,
  Notifications,
} from '#notification';
import {
  accountCtx,
  Database,
  newId,
  PlatformModule,
  schemaDrift,
  signInCtx,
  systemCtx,
  visitorCtx,
} from '#platform';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { testConfig } from '../support/app.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { startInbox, type Inbox } from '../support/mail.ts';

const REFERENCE = 'VB-7K3M-9Q2X';

let db: TestDatabase;
let inbox: Inbox;
let portal: TestingModule;
/** Compiled and not started: mail is sent when a test says so. */
let worker: TestingModule;

async function moduleOf(process: 'portal' | 'worker', imports: unknown[]) {
  const entities = [...auditEntities, ...notificationEntities];
  const config = testConfig(db.url(process), {
    SMTP_URL: inbox.url,
    PORTAL_URL: 'https://portal.example',
  });
  const platform = PlatformModule.forRoot({ process, entities, config });
  return Test.createTestingModule({ imports: [platform, ...(imports as [])] }).compile();
}

beforeAll(async () => {
  [db, inbox] = await Promise.all([freshDatabase(), startInbox()]);
  portal = await (await moduleOf('portal', [NotificationModule])).init();
  worker = await moduleOf('worker', [MailerModule]);
});
afterAll(async () => {
  await portal.close();
  await worker.close();
  await inbox.stop();
  await db.drop();
});

let people = 0;
/** A contact point of somebody new, made by the portal for its owner. */
async function aContact(language: 'en' | 'fr' = 'en') {
  const [accountId, address] = [newId(), `person${++people}@example.org`];
  const ctx = accountCtx(accountId, 'applicant', 'test');
  const contactPointId = await portal
    .get(Database)
    .write(ctx, (tx) =>
      portal
        .get(Notifications)
        .addEmail(tx, { accountId, subjectId: accountId, address, language }),
    );
  return { contactPointId, address, ctx };
}

type Contact = Awaited<ReturnType<typeof aContact>>;

/** Asks for a mail as the portal does; returns its id. */
async function asked(contact: Contact, code?: string): Promise<string> {
  const { contactPointId } = contact;
  const ask = portal.get(Notifications);
  await portal.get(Database).write(contact.ctx, (tx) =>
    code === undefined
      ? ask.send(tx, {
          contactPointId,
          template: 'bond_required',
          params: { reference: REFERENCE },
        })
      : ask.send(tx, { contactPointId, template: 'sign_up_code', params: { code } }),
  );
  const { rows } = await db.admin.query<{ id: string }>(
    'select id from mail where contact_point_id = $1 order by created_at desc limit 1',
    [contactPointId],
  );
  return rows[0]!.id;
}

const rowOf = async (id: string) =>
  (
    await db.admin.query(
      'select state, attempts, problem, params, sent_at is not null as has_left from mail where id = $1',
      [id],
    )
  ).rows[0] as Record<string, unknown>;
const sent = (to: string) => inbox.mails.filter((m) => m.to === to).length;
const send = (id: string) => worker.get(MailSender).send(id);

test('a mail is asked for with its decision and sent once', async () => {
  const contact = await aContact('fr');
  const id = await asked(contact);
  const jobs = await db.admin.query(
    `select data from pgboss.job where name = 'mail.send' and data->>'mailId' = $1`,
    [id],
  );
  expect(jobs.rows).toEqual([{ data: { mailId: id } }]);
  expect(await rowOf(id)).toMatchObject({ state: 'queued', params: { reference: REFERENCE } });

  await send(id);
  const mail = await inbox.waitFor(contact.address);
  expect(mail).toMatchObject({
    messageId: `<${id}@portal.example>`,
    subject: `Une caution est demandée pour votre dossier ${REFERENCE}`,
    from: '"Visa Bond Portal" <no-reply@visa-bond.example>',
  });
  expect(mail.text).toContain(`https://portal.example/cases/${REFERENCE}`);
  expect(mail.html).toContain(`href="https://portal.example/cases/${REFERENCE}"`);
  expect(await rowOf(id)).toMatchObject({ state: 'sent', attempts: 1, has_left: true });

  await send(id);
  expect(sent(contact.address)).toBe(1);
});

test('what is rolled back asks for no mail', async () => {
  const contact = await aContact();
  const before = await db.admin.query('select 1 from pgboss.job');
  await portal.get(Database).write(contact.ctx, async (tx) => {
    await portal.get(Notifications).send(tx, {
      contactPointId: contact.contactPointId,
      template: 'case_received',
      params: { reference: REFERENCE },
    });
    return refused('too_late');
  });
  const rows = await db.admin.query('select 1 from mail where contact_point_id = $1', [
    contact.contactPointId,
  ]);
  expect(rows.rowCount).toBe(0);
  expect((await db.admin.query('select 1 from pgboss.job')).rowCount).toBe(before.rowCount);
});

test('a template that cannot be filled is stopped where it is asked for', async () => {
  const { contactPointId, ctx } = await aContact();
  const wrong = portal.get(Database).write(ctx, (tx) =>
    portal.get(Notifications).send(tx, {
      contactPointId,
      template: 'case_refused',
      params: { reference: 'Ada Lovelace' },
    }),
  );
  await expect(wrong).rejects.toThrow('case_refused cannot be filled: reference');
});

test('a code is forgotten once its mail has left', async () => {
  const contact = await aContact();
  const id = await asked(contact, '012345');
  expect(await rowOf(id)).toMatchObject({ params: { code: '012345' } });
  await send(id);
  expect((await inbox.waitFor(contact.address)).text).toContain('012345');
  expect(await rowOf(id)).toMatchObject({ state: 'sent', params: {} });
});

test.each(['addressee', 'text'] as const)(
  'a server that is busy at the %s is tried again, and its words are not kept',
  async (step) => {
    const contact = await aContact();
    const id = await asked(contact);
    inbox.refuseNext(step, 451);
    const first = await send(id).catch((e: Error) => e);
    expect(first).toMatchObject({ message: 'the mail server did not take it: 451' });
    expect(await rowOf(id)).toMatchObject({ state: 'queued', attempts: 1, problem: '451' });
    await send(id);
    expect(await rowOf(id)).toMatchObject({ state: 'sent', attempts: 2, problem: null });
    expect(sent(contact.address)).toBe(1);
  },
);

test('an address refused for good is not tried again, and its code is forgotten', async () => {
  const contact = await aContact();
  const id = await asked(contact, '999999');
  inbox.refuseNext('addressee', 550);
  await send(id);
  expect(await rowOf(id)).toMatchObject({ state: 'failed', problem: '550', params: {} });
  await send(id);
  expect(sent(contact.address)).toBe(0);
});

test('a server that is not there is tried again', async () => {
  const contact = await aContact();
  const id = await asked(contact);
  const config = testConfig(db.url('worker'), { SMTP_URL: 'smtp://127.0.0.1:1' });
  const lost = await Test.createTestingModule({
    imports: [
      PlatformModule.forRoot({ process: 'worker', entities: notificationEntities, config }),
      MailerModule,
    ],
  }).compile();
  await expect(lost.get(MailSender).send(id)).rejects.toThrow('did not take it: E');
  await lost.close();
  expect(await rowOf(id)).toMatchObject({ state: 'queued', attempts: 1 });
  await send(id);
  expect(sent(contact.address)).toBe(1);
});

test('two workers at once send one mail', async () => {
  const contact = await aContact();
  const id = await asked(contact);
  const ends = await Promise.allSettled([send(id), send(id), send(id)]);
  expect(sent(contact.address)).toBe(1);
  expect(await rowOf(id)).toMatchObject({ state: 'sent', attempts: 1 });
  for (const end of ends) {
    if (end.status === 'rejected') expect(String(end.reason)).toContain('another worker');
  }
});

test('a worker that died while sending holds the mail only until its lease ends', async () => {
  const contact = await aContact();
  const id = await asked(contact);
  const lease = (when: string) =>
    db.admin.query(`update mail set sending_until = now() + interval '${when}' where id = $1`, [
      id,
    ]);
  await lease('50 seconds');
  await expect(send(id)).rejects.toThrow('another worker');
  expect(sent(contact.address)).toBe(0);
  await lease('-1 second');
  await send(id);
  expect(sent(contact.address)).toBe(1);
});

test('the sweep sends what was left lying and gives up what is useless', async () => {
  const [left, old, code, fresh] = await Promise.all([1, 2, 3, 4].map(() => aContact()));
  const ids = [await asked(left!), await asked(old!), await asked(code!, '111111')];
  const freshId = await asked(fresh!);
  const age = (id: string, by: string) =>
    db.admin.query(`update mail set created_at = now() - interval '${by}' where id = $1`, [id]);
  await age(ids[0]!, '3 hours');
  await age(ids[1]!, '8 days');
  await age(ids[2]!, '3 hours');

  expect(await worker.get(MailSender).sweep()).toEqual({ tried: 1, expired: 2 });
  expect(await rowOf(ids[0]!)).toMatchObject({ state: 'sent' });
  expect(await rowOf(ids[1]!)).toMatchObject({ state: 'failed', problem: 'expired' });
  expect(await rowOf(ids[2]!)).toMatchObject({ state: 'failed', problem: 'expired', params: {} });
  expect(await rowOf(freshId)).toMatchObject({ state: 'queued', attempts: 0 });
  expect([left!, old!, code!, fresh!].map((c) => sent(c.address))).toEqual([1, 0, 0, 0]);
});

test('in a started worker the queue is worked by itself', async () => {
  const contact = await aContact();
  const started = await moduleOf('worker', [MailerModule]);
  try {
    await started.init();
    await asked(contact);
    expect((await inbox.waitFor(contact.address)).subject).toContain(REFERENCE);
  } finally {
    await started.close();
  }
});

test('the address is sealed, and only the worker’s jobs can look it up', async () => {
  const contact = await aContact();
  const { rows } = await db.admin.query<{ address_sealed: Buffer }>(
    'select address_sealed from contact_point where id = $1',
    [contact.contactPointId],
  );
  expect(rows[0]!.address_sealed.toString('latin1')).not.toContain('person');
  const look = 'select 1 from contact_point';
  const byPortal = portal.get(Database).read(contact.ctx, (tx) => tx.query(look));
  await expect(byPortal).rejects.toThrow('permission denied');
  const asVisitor = worker.get(Database).read(visitorCtx('t'), (tx) => tx.query(look));
  expect(await asVisitor).toEqual([]);
  const asJob = worker.get(Database).read(systemCtx('t'), (tx) => tx.query(look));
  expect((await asJob).length).toBeGreaterThan(0);
});

test('an applicant adds no contact point for another; a visitor adds none and asks for no mail', async () => {
  const { contactPointId, ctx } = await aContact();
  const foreign = newId();
  const email = { subjectId: foreign, address: 'x@example.org', language: 'en' } as const;
  const add = (who: Parameters<Database['write']>[0], accountId: string | null) =>
    portal
      .get(Database)
      .write(who, (tx) => portal.get(Notifications).addEmail(tx, { ...email, accountId }));
  await expect(add(ctx, foreign)).rejects.toThrow('row-level security');
  await expect(add(visitorCtx('t'), null)).rejects.toThrow('row-level security');
  await expect(add(signInCtx('t'), null)).resolves.toBeDefined();
  const asVisitor = portal.get(Database).write(visitorCtx('t'), (tx) =>
    portal.get(Notifications).send(tx, {
      contactPointId,
      template: 'case_received',
      params: { reference: REFERENCE },
    }),
  );
  await expect(asVisitor).rejects.toThrow('row-level security');
});

test('entities and schema agree', async () => {
  expect(notificationEntities).toContain(Mail);
  const drift = await schemaDrift(db.adminUrl, notificationEntities);
  expect(drift.filter((sql) => !CHECKS.test(sql))).toEqual([]);
});
// Checks are the migration's alone.
const CHECKS =
  /DROP CONSTRAINT "(contact_point_(kind|language)|mail_(params|state|attempts|problem|sent))"$/;
