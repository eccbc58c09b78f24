import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { Mailing } from '../support/world/mailing.ts';
import { World } from '../support/world/world.ts';

let world: World;
let mailing: Mailing;
beforeAll(async () => {
  world = await World.start({ processes: ['portal'] });
  mailing = await Mailing.start(world);
});
afterAll(async () => expect(await world.stop()).toEqual([]));

const sendAMail = async () => {
  const contact = await mailing.aContact();
  await mailing.send(await mailing.asked(contact));
  return mailing.sent(contact.address);
};

test('mails that follow each other share a connection, one that was refused among them', async () => {
  expect(await sendAMail()).toBe(1);
  mailing.inbox.refuseNext('text', 550);
  expect(await sendAMail()).toBe(0);
  expect(await sendAMail()).toBe(1);

  expect(mailing.inbox.connections()).toBe(1);
});

test('a server that hung up meanwhile costs no mail', async () => {
  await sendAMail();
  mailing.inbox.hangUp();
  await pause(100);

  expect(await sendAMail()).toBe(1);
});
