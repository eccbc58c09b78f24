// A refund that goes by bank: two people, a file, and what the bank answers, with the books at each step.
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { mustBeOk } from '#kernel';
import { BankSettling } from '#refund';
import { DisbursementOutcomes } from '../../libs/refund/src/disbursement/disbursement-outcomes.service.ts';
import { fileRefused, notification, statusReport } from '../support/bank-files.ts';
import { PROMISED, RETURNED } from '../support/world/refunds.ts';
import { IBAN, RescueStory } from '../support/world/rescue.ts';
import { World } from '../support/world/world.ts';

let world: World;
let story: RescueStory;
beforeAll(async () => {
  world = await World.start();
  story = await RescueStory.of(world);
}, 120_000);
afterEach(async () => {
  await world.rows('update legal_clock set offset_seconds = 0');
  expect(await world.oracle()).toEqual([]);
});
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

const MAILS = '^(refund|account)';
const last = async (bondId: string) => (await world.disbursementsOf(bondId)).at(-1);

test('from the closed card to the bank account: each step is in the books', async () => {
  const bond = await story.given();
  expect(await story.may(bond.refundId)).toMatchObject({ code: 'cooling_off' });
  expect(await story.propose(bond.refundId)).toMatchObject({ code: 'cooling_off' });
  await world.daysLater(2);
  mustBeOk(await story.propose(bond.refundId));
  expect(await story.approve(bond.refundId, story.ama)).toMatchObject({ code: 'same_person' });
  expect(await story.may(bond.refundId)).toMatchObject({ code: 'same_person' });
  mustBeOk(await story.approve(bond.refundId));
  expect(await story.give(bond)).toMatchObject({ code: 'being_paid' });
  await story.settle(bond.refundId);
  await story.settle(bond.refundId); // may be repeated
  expect(await world.statesOf(bond.bondId)).toEqual(['failed', 'canceled', 'approved']);
  expect(await world.bondOf(bond.bondId)).toMatchObject(PROMISED);
  expect(await world.oracle()).toEqual([]);
  const transfer = await world.openDisbursement(bond.bondId);
  // No job sends it, and the card is not asked.
  const calls = (await world.refundCalls()).length;
  await world.send(transfer);
  expect(await world.refundCalls()).toHaveLength(calls);
  expect(await world.approveDisbursement(transfer)).toMatchObject({ code: 'wrong_state' });
  const file = mustBeOk(await story.makeFile());
  expect(file).toMatchObject({ payments: 1, totalMinor: 1_000_000n });
  expect(await story.makeFile()).toMatchObject({ code: 'nothing_waits' });
  expect(await last(bond.bondId)).toMatchObject({ state: 'sending' });
  expect(await world.oracle()).toEqual([]);
  expect(await story.answered(statusReport('ACSP', { id: transfer }))).toEqual(['applied']);
  expect(await last(bond.bondId)).toMatchObject({ state: 'pending' });
  expect(await story.answered(notification('DBIT', { id: transfer }))).toEqual(['applied']);
  expect(await last(bond.bondId)).toMatchObject({ state: 'succeeded' });
  expect(await world.bondOf(bond.bondId)).toMatchObject(RETURNED);
  expect(await world.returnedOn(bond.bondId)).not.toBeNull();
  expect(await story.stateOf(bond.refundId)).toBe('done');
  expect((await world.bookedOf(bond.bondId)).slice(-3)).toEqual([
    ...['void refund', 'reserve refund', 'settle refund'],
  ]);
  const way = await world.one<{ credit: string }>(
    `select credit from ledger.transfer where owner_id = $1 and phase = 'settle'`,
    bond.bondId,
  );
  expect(way.credit).toBe('bank:escrow');
  expect(await world.trackerOf(bond)).toMatchObject({ route: 'bank', next: 'nothing' });
  expect(await world.mailsOf(bond.reference, MAILS)).toEqual([
    ...['refund_started', 'refund_failed', 'account_asked', 'account_given', 'refund_succeeded'],
  ]);
});

test('an answer of the bank that fails holds up no other', async () => {
  const [one, other] = [await story.sent(), await story.sent()];
  const first = await story.told(statusReport('ACSP', { id: one.transfer }));
  const second = await story.told(statusReport('ACSP', { id: other.transfer }));
  const byBank = jest.spyOn(world.worker.get(DisbursementOutcomes), 'byBank');
  byBank.mockRejectedValueOnce(new Error('the database is away'));
  const sweep = () => world.worker.get(BankSettling).sweep();
  await expect(sweep()).rejects.toThrow('the database is away');
  expect(await story.outcomesOf(first)).toEqual([null]);
  expect(await story.outcomesOf(second)).toEqual(['applied']);
  expect(await sweep()).toBe(1);
  expect(await story.outcomesOf(first)).toEqual(['applied']);
  byBank.mockRestore();
});

test('the file says what is paid, to whom and from where; nobody else can read it', async () => {
  const one = await story.decided();
  const other = await story.decided(IBAN);
  const file = mustBeOk(await story.makeFile());
  const xml = await story.xmlOf(file.id);
  const flat = xml.replace(/>\s+</g, '><');
  expect(flat).toContain('<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">');
  expect(flat).toContain('<NbOfTxs>2</NbOfTxs><CtrlSum>20000.00</CtrlSum>');
  expect(flat).toContain('<DbtrAcct><Id><IBAN>FR7630006000011234567890189</IBAN></Id></DbtrAcct>');
  expect(flat).toContain('<InstdAmt Ccy="USD">10000.00</InstdAmt>');
  expect(flat).toContain('<MmbId>021000021</MmbId>');
  expect(flat).toContain('<Othr><Id>000123456789</Id></Othr>');
  expect(flat).toContain('<IBAN>FR1420041010050500013M02606</IBAN>');
  for (const { transfer, reference } of [one, other]) {
    expect(flat).toContain(`<EndToEndId>${transfer.replaceAll('-', '')}</EndToEndId>`);
    expect(flat).toContain(`Refund of the visa bond ${reference}`);
  }
  expect(await story.xmlOf(file.id)).toBe(xml);
  const kept = await world.one<{ words: string }>(
    `select encode(sealed, 'escape') as words from payment_file where id = $1`,
    file.id,
  );
  expect(kept.words).not.toContain('000123456789');
  const trail = await world.rows<{ action: string }>(
    'select action from audit_entry where subject_id = $1 order by id',
    file.id,
  );
  expect(trail.map((e) => e.action)).toEqual(
    expect.arrayContaining(['payment_file.made', 'payment_file.given_out']),
  );
  const read = world.byRule((tx) => tx.query('select sealed from payment_file'));
  await expect(read).rejects.toThrow('permission denied');
});

describe('what the bank does not pay', () => {
  test('refused: the money is free, the payer is asked for another account, and it goes on', async () => {
    const bond = await story.sent();
    const refused = statusReport('RJCT', { id: bond.transfer, reason: 'AC04' });
    expect(await story.answered(refused)).toEqual(['applied']);
    expect(await world.statesOf(bond.bondId)).toEqual(['failed', 'canceled', 'failed', 'due']);
    expect(await world.bondOf(bond.bondId)).toMatchObject(PROMISED);
    expect(await story.seen(bond)).toMatchObject({
      ...{ state: 'asked', askedBecause: 'bank_refused', account: null },
    });
    expect((await world.mailsOf(bond.reference, MAILS)).slice(-2)).toEqual([
      ...['account_given', 'account_asked'],
    ]);
    mustBeOk(await story.give(bond, IBAN));
    await world.daysLater(2);
    mustBeOk(await story.propose(bond.refundId));
    mustBeOk(await story.approve(bond.refundId));
    await story.settle(bond.refundId);
    const again = await world.openDisbursement(bond.bondId);
    mustBeOk(await story.makeFile());
    expect(await story.answered(notification('DBIT', { id: again }))).toEqual(['applied']);
    expect(await world.bondOf(bond.bondId)).toMatchObject(RETURNED);
  });

  test('a whole file: each of its payments is free again', async () => {
    const bond = await story.decided();
    const { id: fileId } = mustBeOk(await story.makeFile());
    expect(await story.answered(fileRefused(fileId))).toEqual(['applied']);
    expect(await last(bond.bondId)).toMatchObject({ state: 'due' });
    expect(await story.stateOf(bond.refundId)).toBe('asked');
  });

  test('it came back after it was paid: the bond holds it again and the payer gives another account', async () => {
    const bond = await story.sent();
    await story.answered(notification('DBIT', { id: bond.transfer }));
    expect(await world.bondOf(bond.bondId)).toMatchObject(RETURNED);
    const back = notification('CRDT', { id: bond.transfer, reason: 'AC04' });
    expect(await story.answered(back)).toEqual(['applied']);
    expect(await world.bondOf(bond.bondId)).toMatchObject(PROMISED);
    expect(await world.returnedOn(bond.bondId)).toBeNull();
    expect(await world.trackerOf(bond)).toMatchObject({ next: 'payer_gives_account' });
    expect((await world.mailsOf(bond.reference, MAILS)).at(-1)).toBe('account_asked');
  });

  test('back before we heard that it had left: as if it had not', async () => {
    const bond = await story.sent();
    expect(await story.answered(notification('CRDT', { id: bond.transfer }))).toEqual(['applied']);
    expect(await last(bond.bondId)).toMatchObject({ state: 'due' });
    expect(await world.bondOf(bond.bondId)).toMatchObject(PROMISED);
  });
});

describe('what the bank says that is not so', () => {
  test('another sum, another payment, a contradiction: nothing is booked, a person sees which', async () => {
    const bond = await story.sent();
    const { transfer } = bond;
    const before = await world.bookedOf(bond.bondId);
    const stranger = '0190a0a0-0000-7000-8000-000000000000';
    expect(
      await story.answered(
        notification(
          'DBIT',
          { id: transfer, amount: '9999.99' },
          { id: transfer, currency: 'EUR' },
          { id: stranger },
          { id: 'NOTPROVIDED' },
          // The card's own disbursement is none of the bank's.
          { id: bond.next },
        ),
      ),
    ).toEqual([
      ...['other_amount', 'other_amount'],
      ...['unknown_payment', 'unknown_payment', 'unknown_payment'],
    ]);
    expect(await world.bookedOf(bond.bondId)).toEqual(before);
    expect(await last(bond.bondId)).toMatchObject({ state: 'sending' });
    await story.answered(notification('DBIT', { id: transfer }));
    expect(await story.answered(statusReport('RJCT', { id: transfer }))).toEqual(['contradicts']);
    expect(await last(bond.bondId)).toMatchObject({ state: 'succeeded' });
  });

  test('said twice, in one file, in another, and at once by two people: it is booked once', async () => {
    const bond = await story.sent();
    const twice = notification('DBIT', { id: bond.transfer }, { id: bond.transfer });
    expect(await story.answered(twice)).toEqual(['applied', 'known']);
    await expect(story.answered(twice)).rejects.toThrow('sent_before');
    const again = [1, 2].map(() => notification('DBIT', { id: bond.transfer }));
    expect(await Promise.all(again.map((xml) => story.answered(xml)))).toEqual([
      ['known'],
      ['known'],
    ]);
    const settled = (await world.bookedOf(bond.bondId)).filter((b) => b === 'settle refund');
    expect(settled).toHaveLength(1);
  });
});
