// What mails promise, kept by the pages that they lead to.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mailTemplates, renderMail, type MailTemplate } from '#notification';
import { mustBeOk } from '#kernel';
import { Payer } from '../support/world/payer.ts';
import { PASSWORD } from '../support/world/people.ts';
import { RescueStory, US } from '../support/world/rescue.ts';
import { World } from '../support/world/world.ts';

/** Whole journeys, page by page. */
const LONG_MS = 90_000;
let world: World;
const SITES = { portal: 'https://portal.example', officer: 'https://officer.example' };

beforeAll(async () => {
  world = await World.start();
}, 60_000);
afterAll(async () => {
  expect(await world.stop()).toEqual([]);
});

/** In the mail's words what it promises, and what the page says that keeps it. */
const PROMISES: Partial<Record<MailTemplate, readonly [says: RegExp, page: RegExp, at?: string]>> =
  {
    case_received: [/officer will \w+ it/, /Who needs to act The consulate in Washington/],
    bond_required: [/the undertaking that the payer signs/, /Sign the undertaking/],
    payment_received: [
      /receipt/,
      /Receipt for the bond Amount|Amount \$10,000 Payer/,
      '/bond/receipt',
    ],
    case_refused: [/reasons/, /Reason .+ What you can do .+ Apply again/],
    visa_issued: [/which ports/, /Valid until .+ Listed ports .+BKO/],
    entry_recorded: [/the date below/, /Leave by \d+ \w+ \d{4}/],
    refund_started: [/shows each step/, /Bond cancelled Done/],
    refund_succeeded: [/number that the bank can use to trace it/, /this number to trace it: \d+/],
    refund_failed: [/another way/, /The treasury is looking for another way/],
    refund_returned: [/sent it back/, /Your bank sent the refund back/],
    account_asked: [/give a bank account in your own name/, /Give a bank account/],
    account_given: [/take the account back/, /Take the account back/],
  };

/** Their pages are held by the specs beside this one. */
const ELSEWHERE: readonly MailTemplate[] = [
  // Of an account: portal-account, portal-passwords.
  ...(['sign_up_code', 'already_registered', 'password_reset_code', 'no_account'] as const),
  ...(['password_changed', 'email_change_code', 'email_changed', 'sign_in_stopped'] as const),
  // Payments that take days: portal-ways-to-pay.
  ...(['payment_failed', 'payment_in_part', 'payment_not_used'] as const),
  // Money that did not count, and a bond that lapsed: portal-suspense, portal-bond.
  ...(['payment_set_aside', 'payment_late', 'payment_short', 'payment_surplus'] as const),
  ...(['payment_other_currency', 'payment_came_back', 'bond_lapsed'] as const),
  // A corrected direction: bond-corrections.
  'bond_corrected',
  // What became of such money: suspense-decisions.
  ...(['payment_returned', 'payment_counted_elsewhere'] as const),
  // Ends before a journey: ends-before-travel.
  ...(['case_withdrawn', 'visa_revoked'] as const),
  // Of a stay: leave-reminders, incomplete-ports.
  ...(['leave_by_reminder', 'case_to_read'] as const),
  // Evidence of a departure: evidence.
  'evidence_refused',
  // A longer stay: stay-facts.
  ...(['stay_extended', 'stay_not_extended'] as const),
  // A payer who does not travel: payer-invitations, portal-payer.
  ...(['payer_asked', 'payer_accepted', 'payer_declined', 'payer_released'] as const),
  ...(['payer_terms', 'payer_paid', 'payer_lapsed'] as const),
  // What the payer’s bank disputes: portal-disputes.
  ...(['payment_disputed', 'payment_stands'] as const),
  // A payer who gives no account: rescue-accounts.
  'account_reminder',
  // A way back that closes: payers-told-what-closes.
  ...(['card_expires_soon', 'bank_way_closes'] as const),
];

/** The last mail that the payer was sent is this one, it promises so, and the page keeps it. */
async function keeps(payer: Payer, template: MailTemplate): Promise<void> {
  expect((await world.mailsOf(payer.reference)).at(-1)).toBe(template);
  const { params } = await world.one<{ params: Record<string, string> }>(
    `select params from mail where params->>'reference' = $1 order by id desc limit 1`,
    payer.reference,
  );
  const { text } = renderMail(template, 'en', params, SITES);
  const [says, page, at] = PROMISES[template]!;
  expect(text.replace(/\s+/g, ' ')).toMatch(says);
  // Mail carries nothing of the person.
  expect(text).not.toContain('Ada');
  expect(text).not.toContain(payer.passport.number);
  expect(text).toContain('Consulate in Washington');
  expect(await payer.reads(at)).toMatch(page);
}

test('every mail is held here or by a spec that is named', () => {
  const held = [...Object.keys(PROMISES), ...ELSEWHERE].sort();
  expect(held).toEqual([...mailTemplates].sort());
});

test(
  'from the application to the bank’s trace number',
  async () => {
    const payer = await Payer.submitted(world);
    await keeps(payer, 'case_received');
    await payer.reviewed();
    await payer.directed();
    await keeps(payer, 'bond_required');
    await payer.signs();
    await world.pay(await payer.opensPayment(), 'visa');
    await world.news();
    await keeps(payer, 'payment_received');
    await payer.visaIssued();
    await keeps(payer, 'visa_issued');
    const of = { passport: payer.passport };
    await world.crossed(world.record('admitted', of));
    await keeps(payer, 'entry_recorded');
    await world.crossed(world.record('departed', of));
    await keeps(payer, 'refund_started');
    const { id } = await world.one<{ id: string }>(
      'select id from bond where case_id = $1',
      payer.caseId,
    );
    await world.send(await world.openDisbursement(id));
    await world.later();
    await world.news();
    await world.later();
    await world.news();
    await keeps(payer, 'refund_succeeded');
    expect(await payer.reads()).toContain('Your departure was recorded');
  },
  LONG_MS,
);

/** Admitted and departed in time: the refund is on its way. */
async function leaving(card: 'visa' | 'refundLater' | 'refundFails') {
  const payer = await Payer.held(world, card);
  await payer.visaIssued();
  const of = { passport: payer.passport };
  await world.crossed(world.record('admitted', of), world.record('departed', of));
  const { id } = await world.one<{ id: string }>(
    'select id from bond where case_id = $1',
    payer.caseId,
  );
  await world.send(await world.openDisbursement(id));
  return { payer, bondId: id };
}

test(
  'a refund that failed at once, and one that came back after the bank had it',
  async () => {
    const failing = await leaving('refundLater');
    const [refund] = await world.refundsOf(failing.bondId);
    await world.control(`refunds/${refund!.id}/fail`, { reason: 'declined' });
    await world.news();
    await keeps(failing.payer, 'refund_failed');
    const story = await RescueStory.of(world);
    const refundId = await story.refundOf(failing.bondId);
    mustBeOk(await story.ask(refundId));
    await keeps(failing.payer, 'account_asked');
    const { number: accountNumber, ...account } = US;
    await failing.payer.visitor.post(`${failing.payer.home}/refunds/${refundId}/account`, {
      ...{ ...account, accountNumber, current: PASSWORD },
    });
    await keeps(failing.payer, 'account_given');
    const returning = await leaving('refundFails');
    await world.later();
    await world.news();
    await keeps(returning.payer, 'refund_returned');
  },
  LONG_MS,
);

test(
  'a declined card is said with the bank’s reason, and not after the bond was paid',
  async () => {
    const payer = await Payer.submitted(world);
    await payer.reviewed();
    await payer.directed();
    await payer.signs();
    const url = await payer.opensPayment();
    await expect(world.pay(url, 'insufficientFunds')).rejects.toThrow('not paid');
    await world.news();
    const declined = await payer.reads();
    expect(declined).toContain('Your payment was declined');
    expect(declined).toContain('there is not enough money or credit');
    expect(declined).toContain('You have not been charged');
    await world.pay(url, 'visa');
    await world.news();
    expect(await payer.reads()).not.toContain('declined');
  },
  LONG_MS,
);

test('the consulate is on the case’s page, and the dates are a file for a calendar', async () => {
  const payer = await Payer.submitted(world);
  const words = await payer.reads();
  expect(words).toContain('Contact the consulate');
  expect(words).toContain('+1 202 555 0142');
  expect(words).toContain('Monday to Friday, 9am to 12:30pm');
  expect(words).toContain('These contact details are not real.');
  const file = () => payer.visitor.get(`${payer.home}/dates.ics`);
  expect((await file()).status).toBe(404);
  await payer.reviewed();
  await payer.directed();
  expect((await payer.visitor.get(payer.home)).body).toContain(`${payer.home}/dates.ics`);
  const { headers, body } = await file();
  expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
  expect(body).toContain('BEGIN:VCALENDAR');
  expect(body).toContain('Deadline to post the bond');
});

test('a refusal is told with its reason', async () => {
  const payer = await Payer.submitted(world);
  await payer.reviewed();
  await payer.refused('documents_missing');
  await keeps(payer, 'case_refused');
});
