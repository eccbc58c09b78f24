/** Everything that can happen at the emulator, once. */
import { type Sandbox, goodForm, post, submitCard, submitForm, until } from './support.ts';

/** A customer to whom much of it happened. */
export async function everything(sandbox: Sandbox): Promise<string> {
  const { stripe } = sandbox;
  await stripe.webhookEndpoints.create({ url: 'http://127.0.0.1:9/', enabled_events: ['*'] });
  const { id: customer } = await stripe.customers.create({
    ...{ email: 'a@example.org', name: 'A', address: { city: 'Bamako', country: 'ML' } },
  });
  await stripe.customers.update(customer, { description: 'B' });
  await sandbox.openSession({ customer });
  await sessionsEnd(sandbox);
  await disputesEnd(sandbox);
  await refundsEnd(sandbox);
  await banksCarry(sandbox, customer);
  await moneyLeaves(sandbox);
  return customer;
}

async function sessionsEnd(sandbox: Sandbox): Promise<void> {
  const expired = await sandbox.openSession();
  await submitCard(expired, 'declined');
  await sandbox.stripe.checkout.sessions.expire(expired.id);
  const challenged = await sandbox.openSession({ customer_creation: 'always' });
  for (const answer of ['reject', 'confirm']) {
    await submitForm(challenged, { ...goodForm, number: '4000002760003184' });
    await post(`${challenged.url}/challenge`, { answer });
  }
}

async function refundsEnd(sandbox: Sandbox): Promise<void> {
  const { stripe } = sandbox;
  for (const card of ['visa', 'refundLater', 'refundFails'] as const) {
    const intent = await sandbox.paid(card);
    const refund = await stripe.refunds.create({ payment_intent: intent.id, amount: 5000 });
    await stripe.refunds.update(refund.id, { metadata: { key: 'value' } });
  }
  await sandbox.control('POST', '/payment_intents', { amount: 4000, currency: 'xof' });
  await until(async () => {
    const { data } = await stripe.refunds.list();
    const isTraced = data.some((refund) => refund.destination_details?.card?.reference);
    const statuses = new Set(data.map((refund) => refund.status));
    return isTraced && statuses.has('failed') && !statuses.has('pending');
  });
}

async function disputesEnd(sandbox: Sandbox): Promise<void> {
  const pdf = { data: Buffer.from('%PDF-1.7'), name: 'pack.pdf', type: 'application/pdf' };
  await sandbox.stripe.files.create({ purpose: 'dispute_evidence', file: pdf });
  for (const end of ['win', 'lose']) {
    const { id } = await sandbox.paid();
    const path = `/payment_intents/${id}/dispute`;
    const asked = await sandbox.control<{ id: string }>('POST', path, { inquiry: true });
    await sandbox.control('POST', `/disputes/${asked.id}/withdraw`);
    await sandbox.stripe.disputes.update(asked.id, { evidence: { uncategorized_text: 'mine' } });
    await sandbox.control('POST', `/disputes/${asked.id}/${end}`);
  }
  await sandbox.paid('notReceived');
  const { id: warned } = await sandbox.paid('warned');
  await sandbox.control('POST', `/payment_intents/${warned}/dispute`);
}

async function banksCarry(sandbox: Sandbox, customer: string): Promise<void> {
  const { stripe } = sandbox;
  const { email, name } = goodForm;
  const account = { email, name, routing: '110000000' };
  for (const number of ['000123456789', '000222222227', '000555555559']) {
    const session = await sandbox.openSession({
      ...{ customer, allowed_payment_method_types: ['us_bank_account'] },
    });
    await submitForm(session, { ...account, account: number });
  }
  const session = await sandbox.openSession({
    ...{ customer, allowed_payment_method_types: ['customer_balance'] },
  });
  await submitForm(session, { email, name });
  const fund = (amount: number) =>
    stripe.testHelpers.customers.fundCashBalance(customer, { amount, currency: 'usd' });
  await fund(400_000);
  await fund(700_000);
  await sandbox.days(15);
  const { data } = await stripe.charges.list({ customer });
  for (const charge of data.filter((row) => row.paid && !row.disputed)) {
    await stripe.refunds.create({ charge: charge.id, amount: 2000 });
  }
  const rest = { amount: 100_000, currency: 'usd', customer, origin: 'customer_balance' } as const;
  await stripe.refunds.cancel((await stripe.refunds.create(rest)).id);
  const open = await stripe.paymentIntents.create({
    ...{ amount: 200_000, currency: 'usd', customer, confirm: true },
    payment_method_data: { type: 'customer_balance' },
  });
  await stripe.paymentIntents.cancel(open.id);
}

async function moneyLeaves(sandbox: Sandbox): Promise<void> {
  const { payouts } = sandbox.stripe;
  const payOut = () => payouts.create({ amount: 1000, currency: 'usd' });
  await payouts.update((await payOut()).id, { metadata: { key: 'value' } });
  await payouts.cancel((await payOut()).id);
  await sandbox.control('POST', `/payouts/${(await payOut()).id}/fail`);
  await sandbox.control('POST', '/payouts', {});
  await sandbox.days(3);
}
