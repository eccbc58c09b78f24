// Every way in: a card, a debit, a transfer; in parts, too much, twice, too late.
import { Cases } from '#application';
import { Withdrawals } from '#bond-escrow';
import { mustBeOk } from '#kernel';
import { DEFAULT_TIER, type OpenedBond } from '../../../test/support/world/bonds.ts';
import type { World } from '../../../test/support/world/world.ts';
import type { Flow } from '../flow.ts';

const ALL = Number(DEFAULT_TIER);

async function sends(world: World, { bondId }: OpenedBond, amount: number): Promise<void> {
  const { customer } = await world.one<{ customer: string }>(
    `select processor_customer_id as customer from payment
     where bond_id = $1 and way = 'bank_transfer'`,
    bondId,
  );
  await world.sends(customer, amount);
}

/** The payer's bank has been asked, and says nothing yet. */
export async function debited(world: World): Promise<OpenedBond> {
  const bond = await world.aBond().opened('bank_debit');
  await world.paysByDebit(bond.url, 'bankSilent');
  await world.news();
  return bond;
}
export async function settles(world: World, { bondId }: OpenedBond, how: object = {}) {
  const { pi } = await world.one<{ pi: string }>(
    `select processor_payment_id as pi from payment where bond_id = $1 and way = 'bank_debit'`,
    bondId,
  );
  await world.control(`payment_intents/${pi}/settle`, how);
}
/** The payer knows where to send the money, and has sent so much. */
async function awaited(world: World, part = 0): Promise<OpenedBond> {
  const bond = await world.aBond().opened('bank_transfer');
  await world.choosesTransfer(bond.url);
  await world.news();
  if (part > 0) await sends(world, bond, part);
  await world.news();
  return bond;
}

const pay: Flow = {
  ready: async ({ world }) => {
    const bond = await world.aBond().opened();
    return { bond, begin: () => world.pay(bond.url) };
  },
};

const debitBegins: Flow = {
  ready: async ({ world }) => {
    const bond = await world.aBond().opened('bank_debit');
    return { bond, begin: () => world.paysByDebit(bond.url, 'bankSilent') };
  },
};

const debit: Flow = {
  ready: async ({ world }) => {
    const bond = await debited(world);
    return { bond, begin: () => settles(world, bond) };
  },
};

const debitFails: Flow = {
  ready: async ({ world }) => {
    const bond = await debited(world);
    return { bond, begin: () => settles(world, bond, { failure: 'insufficient_funds' }) };
  },
};

const debitOfNobody: Flow = {
  ready: async ({ world }) => {
    const bond = await debited(world);
    await world.as(world.portal, bond.applicant.ctx, async (tx) => {
      const row = await world.portal.get(Cases).lock(tx, bond.caseId);
      mustBeOk(await world.portal.get(Withdrawals).withdraw(tx, row));
    });
    return { bond, begin: () => settles(world, bond) };
  },
};

const part: Flow = {
  ready: async ({ world }) => {
    const bond = await awaited(world);
    return { bond, begin: () => sends(world, bond, 400_000) };
  },
};

const rest: Flow = {
  ready: async ({ world }) => {
    const bond = await awaited(world, 400_000);
    return { bond, begin: () => sends(world, bond, ALL - 400_000) };
  },
};

const tooMuch: Flow = {
  ready: async ({ world }) => {
    const bond = await awaited(world);
    return { bond, begin: () => sends(world, bond, ALL + 70_000) };
  },
};

const besideACard: Flow = {
  ready: async ({ world }) => {
    const bond = await awaited(world);
    await world.pay(mustBeOk(await world.startPosting(bond)).url);
    await world.news();
    return { bond, begin: () => sends(world, bond, ALL) };
  },
};

const partBesideACard: Flow = {
  ready: async ({ world }) => {
    const bond = await awaited(world);
    const { url } = mustBeOk(await world.startPosting(bond));
    const begin = async () => {
      await sends(world, bond, 250_000);
      await world.pay(url);
    };
    return { bond, begin };
  },
};

const twice: Flow = {
  ready: async ({ world }) => {
    const { late, ...bond } = await world.paidAndLeft();
    return { bond, begin: late };
  },
};

export const payments = {
  ...{ pay, 'debit begins': debitBegins, debit, 'debit fails': debitFails },
  ...{ 'debit of a withdrawn case': debitOfNobody },
  ...{ 'part of a transfer': part, 'rest of a transfer': rest, 'too much': tooMuch },
  ...{ 'transfer beside a card': besideACard, 'part beside a card': partBesideACard, twice },
} satisfies Readonly<Record<string, Flow>>;
