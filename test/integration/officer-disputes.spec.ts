// Disputes on the officers' site: the list by deadline, all that a page says, and both answers.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { AnswerSender } from '#refund';
import type { Visitor } from '../support/world/sites.ts';
import { World } from '../support/world/world.ts';

let world: World;
let ama: Visitor;
let boubacar: Visitor;
let officer: Visitor;

beforeAll(async () => {
  world = await World.start();
  ama = await world.signedIn(['treasury'], 'Ama Diallo', null);
  boubacar = await world.signedIn(['treasury'], 'Boubacar Sy', null);
  officer = await world.signedIn(['officer'], 'Awa Keita');
}, 120_000);
beforeEach(() => world.rows('update legal_clock set offset_seconds = 0'));
afterAll(async () => expect(await world.stop()).toEqual([]));

async function disputed(more: object = {}) {
  const posted = await world.aBond().held();
  const processorId = await world.dispute(posted.bondId, more);
  await world.news();
  const { id } = await world.one<{ id: string }>(
    'select id from dispute where processor_dispute_id = $1',
    processorId,
  );
  return { ...posted, processorId, path: `/disputes/${id}` };
}
const answerIn = (body: string) => /answers\/([0-9a-f-]{36})\//.exec(body)![1]!;

test('what is due is on the desk and the list, the nearest deadline first, with the days left', async () => {
  const first = await disputed();
  const second = await disputed();
  await world.rows(
    `update dispute set due_by = due_by - interval '5 days' where processor_dispute_id = $1`,
    second.processorId,
  );
  expect((await ama.get('/')).words).toContain('Disputes to answer');
  const list = await ama.get('/disputes');
  expect(list.words).toMatch(/Due today|1 day left/);
  expect(list.words).toMatch(/[67] days left/);
  expect(list.body.indexOf(second.path)).toBeLessThan(list.body.indexOf(first.path));
  const fr = await ama.get('/disputes?lang=fr&show=all');
  expect(fr.words).toContain('Contestations');
  expect(fr.words).toContain('Répondre avant');
  await ama.get('/disputes?lang=en');
});

test('the page says what happened, what is frozen, who acts by when, and what silence does', async () => {
  const { path, reference } = await disputed();
  const page = await officer.get(path);
  for (const said of [
    'The payer’s bank disputes this payment.',
    'Somebody else used the card, says the cardholder',
    '10.4',
    'Withdrawn while the dispute is open',
    'If nobody does, the dispute is lost and the money is gone.',
    'No visa is issued.',
    'A breach does not become final.',
    'The treasury answers disputes. Your role cannot.',
    reference,
  ]) {
    expect(page.words).toContain(said);
  }
  expect(page.body).not.toContain('/pack"');
});

test('one press makes the pack, it is read, and sent', async () => {
  const { path, processorId, reference } = await disputed();
  expect((await officer.post(`${path}/pack`)).status).toBe(403);
  const made = await ama.post(`${path}/pack`);
  expect(made.to).toBe(`${path}?notice=pack`);
  const page = await ama.get(`${path}?notice=pack`);
  expect(page.words).toContain('The evidence pack is ready. Read it, then send it.');
  const answer = answerIn(page.body);
  const file = await ama.get(`${path}/answers/${answer}/pack.pdf`);
  expect(file.headers['content-type']).toContain('application/pdf');
  expect(file.body.startsWith('%PDF-1.7')).toBe(true);
  expect((await officer.get(`${path}/answers/${answer}/pack.pdf`)).status).toBe(403);
  const opened = await world.rows<{ column: string }>(
    `select distinct details ->> 'column' as column from audit_entry
     where action = 'personal_data.opened' and details ->> 'purpose' = 'dispute_evidence'
     order by 1`,
  );
  expect(opened.map((o) => o.column)).toEqual([
    ...['address_sealed', 'pack_sealed', 'signer_name_sealed', 'text_sealed'],
  ]);
  const sent = await ama.post(`${path}/answers/${answer}/order`);
  expect(sent.to).toBe(`${path}?notice=order`);
  await world.worker.get(AnswerSender).send(answer);
  const after = await ama.get(path);
  expect(after.words).toContain('The bank has our answer and decides.');
  expect(after.words).toContain('Sent to the bank');
  expect((await ama.get('/disputes')).words).not.toContain(reference);
  await world.becomes(processorId, 'win');
  await world.news();
  const won = await ama.get(`${path}?lang=fr`);
  expect(won.words).toContain('La banque nous a donné raison.');
  expect(won.words).toContain('Rien. Cette contestation n’arrête ni visa ni remboursement.');
  await ama.get(`${path}?lang=en`);
});

test('giving up: one proposes, another approves, and who proposed only takes it back', async () => {
  const { path } = await disputed();
  expect((await ama.post(`${path}/accept`)).to).toBe(`${path}?notice=accept`);
  const own = await ama.get(path);
  expect(own.words).toContain(
    'You proposed this. A second person in the treasury must approve it.',
  );
  const answer = answerIn(own.body);
  const same = await ama.post(`${path}/answers/${answer}/order`);
  expect(same.to).toBe(`${path}?notice=same_person`);
  expect((await boubacar.get(path)).words).toContain('Approve: give the money up');
  const approved = await boubacar.post(`${path}/answers/${answer}/order`);
  expect(approved.to).toBe(`${path}?notice=order`);
  await world.worker.get(AnswerSender).send(answer);
  const lost = await officer.get(path);
  expect(lost.words).toContain('The bank decided for the payer. The payer has the money back.');
  expect(lost.words).toContain('Two people in the treasury settle what it means');
});

test('a debit that bounced says that no answer is taken, and offers none', async () => {
  const { path } = await disputed({ final: true, reason: 'insufficient_funds' });
  const page = await ama.get(path);
  expect(page.words).toContain('The debit bounced: too little money in the account');
  expect(page.words).toContain('The bank takes no answer');
  expect(page.words).toContain('The payer’s bank hears nobody on this kind of dispute');
  expect(page.body).not.toContain('/pack"');
  expect((await ama.post(`${path}/pack`)).to).toBe(`${path}?notice=not_contestable`);
});

test('the reversal of its money leads to it, and a page of none is not there', async () => {
  const { path, bondId } = await disputed();
  const { id } = await world.reversalOf(bondId);
  expect((await ama.get(`/reversals/${id}`)).body).toContain(`href="${path}"`);
  expect((await ama.get('/disputes/01a21d8b-4660-7298-b32c-3b2fb43afe68')).status).toBe(404);
});
