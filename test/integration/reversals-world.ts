// What the specs of refunds made outside the program share: one world, two people of the treasury.
import { expect } from '@jest/globals';
import { mustBeOk } from '#kernel';
import { Cases, Reviewing, type CaseRow } from '#application';
import { Database, type Tx } from '#platform';
import { Disbursements, Settlements, Settling, Visas } from '#refund';
import { oracleIsClean } from '../support/database.ts';
import type { Posted } from '../support/bond-world.ts';
import { RefundWorld } from '../support/refund-world.ts';
import { somebody, type Somebody } from '../support/application-world.ts';

export let world: RefundWorld;
export let ama: Somebody;
export let boubacar: Somebody;

export async function startWorld(): Promise<void> {
  world = await RefundWorld.start();
  ama = await somebody(world.db, 'staff');
  boubacar = await somebody(world.db, 'staff');
}

export const bondOf = (bondId: string) =>
  world.one<{ state: string; case_state: string; held: string; reserved: string; borne: string }>(
    `select b.state, c.state as case_state, l.held, l.reserved, l.borne from bond b
     join visa_case c on c.id = b.case_id join ledger.bond l on l.owner_id = b.id where b.id = $1`,
    bondId,
  );
export const statesOf = (bondId: string) => world.statesOf(bondId);
export const mailsOf = (reference: string) => world.mailsOf(reference, '^(refund|bond_required)');
export const reversalOf = (bondId: string) =>
  world.one<{ id: string; kind: string; state: string; money: string; outcome: string | null }>(
    `select id, kind, state, money, outcome, came_back_to from reversal where bond_id = $1
     order by id desc limit 1`,
    bondId,
  );

/** In the processor's own dashboard: none of our metadata. */
export async function refundElsewhere(bondId: string, amount?: number): Promise<string> {
  const { pi } = await world.one<{ pi: string }>(
    `select processor_payment_id as pi from payment where bond_id = $1 and state = 'paid'`,
    bondId,
  );
  const made = await world.stripe<{ id: string }>('refunds', 'POST', {
    payment_intent: pi,
    ...(amount && { amount: `${amount}` }),
  });
  return made.id;
}

/** The payer's bank disputes the payment that posted the bond; returns the dispute's id. */
export async function dispute(bondId: string, more: object = {}): Promise<string> {
  const { pi } = await world.one<{ pi: string }>(
    `select processor_payment_id as pi from payment where bond_id = $1 and state = 'paid'`,
    bondId,
  );
  return (await world.control<{ id: string }>(`payment_intents/${pi}/dispute`, more)).id;
}
export const becomes = (id: string, step: 'withdraw' | 'win' | 'lose') =>
  world.control(`disputes/${id}/${step}`, {});

/** One of the treasury lets a disbursement leave. */
export async function approveDisbursement(id: string): Promise<void> {
  const { officer } = world.apps;
  mustBeOk(
    await officer.get(Database).write(ama.ctx, (tx) => officer.get(Disbursements).approve(tx, id)),
  );
}

export const asOfficer = <T>(
  who: Somebody,
  work: (s: Settlements) => (tx: never) => Promise<T>,
) => {
  const { officer } = world.apps;
  return officer.get(Database).write(who.ctx, (tx) => work(officer.get(Settlements))(tx as never));
};
export const propose = (id: string, outcome: string, who = ama) =>
  asOfficer(who, (s) => (tx) => s.propose(tx, id, outcome));
export const approve = (id: string, who = boubacar) =>
  asOfficer(who, (s) => (tx) => s.approve(tx, id));

export async function settled(bondId: string, outcome: string): Promise<void> {
  const { id } = await reversalOf(bondId);
  mustBeOk(await propose(id, outcome));
  mustBeOk(await approve(id));
  await world.worker(Settling).settle(id);
  expect(await reversalOf(bondId)).toMatchObject({ state: 'settled', outcome });
}
const onCase = <T>({ caseId }: Posted, fn: (tx: Tx, row: CaseRow) => Promise<T>) => {
  const { officer } = world.apps;
  return officer
    .get(Database)
    .write(world.officerOnDuty.ctx, async (tx) =>
      fn(tx, await officer.get(Cases).lock(tx, caseId)),
    );
};
export const issueVisa = (posted: Posted) =>
  onCase(posted, (tx, row) => world.apps.officer.get(Visas).issue(tx, row));
/** As a program would that forgot to ask what became of the money. */
export const issueVisaUnasked = (posted: Posted) =>
  onCase(posted, (tx, row) => world.apps.officer.get(Reviewing).issueVisa(tx, row));
export const clean = async () => expect(await oracleIsClean(world.db.adminUrl)).toEqual([]);
