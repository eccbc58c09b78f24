// No path from request to money with one person, whatever roles that person holds: every step that takes
// two is refused to whoever began it, by the service and, past it, by the database.
import { Corrections, Directions } from '#bond-escrow';
import { Rescissions, Rulings } from '#breach';
import { staffRoles } from '#identity';
import { mustBeOk, type Result } from '#kernel';
import { Revocations } from '#refund';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aTraveller, EvidenceFlow } from '../support/evidence.ts';
import { aFile, aRow, ImportFlow } from '../support/imports.ts';
import { somebody, type Somebody } from '../support/signed-in.ts';
import type { TestBond } from '../support/world/bonds.ts';
import { BreachStory, judges } from '../support/world/breach.ts';
import { World } from '../support/world/world.ts';

/** A step of two people. */
interface Step {
  /** The first of them does his part; what is then to be approved. */
  readonly propose: (who: Somebody) => Promise<string>;
  readonly approve: (who: Somebody, id: string) => Promise<Result<unknown, string>>;
  readonly table: string;
  /** What approving writes, with $2 for who approves. */
  readonly writes: string;
}

let world: World;
let story: BreachStory;
let evidence: EvidenceFlow;
let imports: ImportFlow;
beforeAll(async () => {
  world = await World.start();
  story = new BreachStory(world, await judges(world));
  evidence = await EvidenceFlow.of(world);
  imports = await ImportFlow.of(world);
}, 180_000);
beforeEach(() => world.rows('update legal_clock set offset_seconds = 0'));
afterAll(async () => expect(await world.stop()).toEqual([]));

/** Somebody who may do all that anybody on the staff may. */
async function everyRole(): Promise<Somebody> {
  const who = await somebody(world.db, 'staff', world.consulateId);
  await world.rows(
    `insert into account_role (account_id, role) select $1, unnest($2::text[])
     on conflict do nothing`,
    ...[who.accountId, [...staffRoles]],
  );
  return who;
}

const officer = <T>(service: new (...args: never[]) => T): T => world.officer.get(service);
const directionIn = (made: object): string => {
  if (!('directionId' in made)) throw new Error('nobody else had to agree');
  return String(made.directionId);
};

const direction = (wish: { amountMinor: bigint; reasonCode: string }): Step => ({
  propose: async (who) => {
    const { caseId } = await world.aCase({ officer: who }).underReview();
    const directed = world.onCase(who, caseId, (tx, row) =>
      officer(Directions).direct(tx, row, wish),
    );
    return directionIn(mustBeOk(await directed));
  },
  approve: approveDirection,
  table: 'bond_direction',
  writes: `state = 'approved', decided_by = $2, decided_at = now()`,
});
const approveDirection: Step['approve'] = (who, id) =>
  world.asOfficer(who, (tx) => officer(Directions).approve(tx, id));

const ruling = (propose: Step['propose'], as: 'adjudication' | 'appeal'): Step => ({
  propose,
  approve: (who, id) => world.asOfficer(who, (tx) => officer(Rulings).approve(tx, id, as)),
  table: 'breach_ruling',
  writes: `state = 'approved', decided_by = $2, state_since = now(), version = version + 1`,
});
const with_ = (who: Somebody, as: 'adjudicator' | 'member') =>
  new BreachStory(world, { ...story.people, [as]: who });

const steps: Readonly<Record<string, Step>> = {
  'a lower amount': direction({ amountMinor: 500_000n, reasonCode: 'ability_to_pay' }),
  'a waiver': direction({ amountMinor: 0n, reasonCode: 'minor' }),
  'a correction to a lower amount': {
    ...direction({ amountMinor: 500_000n, reasonCode: 'ability_to_pay' }),
    propose: async (who) => {
      const { caseId } = await world.aBond({ officer: who }).directed();
      const wish = {
        amountMinor: 500_000n,
        reasonCode: 'ability_to_pay',
        correctionReason: 'entry_error',
      };
      const corrected = world.onCase(who, caseId, (tx, row) =>
        officer(Corrections).correct(tx, row, wish),
      );
      return directionIn(mustBeOk(await corrected));
    },
  },
  'proof of a departure': {
    propose: async (who) => {
      const id = await evidence.sent(await aTraveller(world));
      mustBeOk(await evidence.proposeAccept(id, who));
      return id;
    },
    approve: (who, id) => evidence.confirm(id, who),
    table: 'evidence',
    writes: `state = 'accepted', decided_by = $2, state_since = now(), version = version + 1`,
  },
  'a record that is brought in': {
    propose: async (who) => {
      const file = aFile(aRow('departed', await aTraveller(world)));
      const { id } = mustBeOk(await imports.send(file, who));
      await imports.run(id);
      return id;
    },
    approve: (who, id) => imports.confirm(id, who),
    table: 'movement_import',
    writes: `state = 'confirmed', decided_by = $2, state_since = now(), version = version + 1`,
  },
  'a visa that is cancelled': {
    propose: async (who) => {
      const { caseId } = await world.aBond({ officer: who }).withVisa();
      const proposed = world.onCase(who, caseId, (tx, row) =>
        officer(Revocations).propose(tx, row, 'given_back'),
      );
      return mustBeOk(await proposed).id;
    },
    approve: (who, id) => world.asOfficer(who, (tx) => officer(Revocations).approve(tx, id)),
    table: 'visa_revocation',
    writes: `state = 'approved', decided_by = $2, decided_at = now()`,
  },
  'money that left by another way': {
    propose: async (who) => {
      const { bondId } = await world.aBond().held();
      await world.refundElsewhere(bondId);
      await world.news();
      const { id } = await world.reversalOf(bondId);
      mustBeOk(await world.propose(id, 'post_again', who));
      return id;
    },
    approve: (who, id) => world.approve(id, who),
    table: 'reversal',
    writes: `state = 'approved', approved_by = $2, state_since = now(), version = version + 1`,
  },
  'a decision on a breach': ruling(async (who) => {
    const by = with_(who, 'adjudicator');
    const file = await by.noticed();
    await world.daysLater(15);
    return by.proposed(file, 'part', 300_000n);
  }, 'adjudication'),
  'a decision on an appeal': ruling(async (who) => {
    const file = await story.decided('full');
    await story.appealed(file);
    return with_(who, 'member').judgement(file, 'overturned');
  }, 'appeal'),
  'a rescission': ruling(async (who) => {
    const file = await story.decided('full');
    const proposed = world.asOfficer(who, (tx) =>
      officer(Rescissions).propose(tx, file.fileId, 'A boarding pass.'),
    );
    return mustBeOk(await proposed).rulingId;
  }, 'adjudication'),
};

const rowOf = ({ table }: Step, id: string) =>
  world.one(`select to_jsonb(t) as row from ${table} t where id = $1`, id);

/** Past the service: as a program of the officers' site could that was changed. */
const writes = ({ table, writes: what }: Step, who: Somebody, id: string, as: string) =>
  world.asOfficer(who, (tx) =>
    tx.query(`update ${table} set ${what} where id = $1 returning id`, [id, as]),
  );

/** However it says it. */
const REFUSES = /two_people|own name|row-level security|had a part in it|no decision of these two/;

describe.each(Object.entries(steps))('%s', (_, step) => {
  test('is refused to whoever began it, and takes another person', async () => {
    const [one, other] = [await everyRole(), await everyRole()];
    const id = await step.propose(one);
    const before = await rowOf(step, id);
    expect(await step.approve(one, id)).toMatchObject({ ok: false, code: 'same_person' });
    for (const name of [one.accountId, other.accountId]) {
      await expect(writes(step, one, id, name)).rejects.toThrow(REFUSES);
    }
    expect(await rowOf(step, id)).toEqual(before);
    expect(await step.approve(other, id)).toMatchObject({ ok: true });
  }, 60_000);
});

test('nobody approves his own decision in the ledger, nor in the name of another', async () => {
  const [one, other] = [await everyRole(), await everyRole()];
  const id = await steps['proof of a departure']!.propose(one);
  for (const name of [one.accountId, other.accountId]) {
    const approved = world.asOfficer(one, (tx) =>
      tx.query(
        `update ledger.decision set approved_by = $2
         where id = (select decision_id from evidence where id = $1)`,
        [id, name],
      ),
    );
    await expect(approved).rejects.toThrow(/two_people|own name|approve/);
  }
});

/** Money of a bond that has begun to move, or is promised to somebody. */
const moved = ({ bondId }: TestBond) =>
  world.rows(
    `select phase, code from ledger.transfer where owner_id = $1 and phase <> 'post'
     union all select 'refund', rule from refund where bond_id = $1`,
    bondId,
  );

test('whatever one person tries on one bond, in whatever order, no money moves', async () => {
  type Act = (who: Somebody, bond: TestBond) => Promise<unknown>;
  const ids = new Map<string, string>();
  const acts: Readonly<Record<string, Act>> = {
    'proposes to cancel the visa': async (who, { caseId }) => {
      const made = await world.onCase(who, caseId, (tx, row) =>
        officer(Revocations).propose(tx, row, 'given_back'),
      );
      if (made.ok) ids.set('revocation', made.value.id);
    },
    'approves that': (who) =>
      steps['a visa that is cancelled']!.approve(who, ids.get('revocation')!),
    'proposes to accept proof': async (who, bond) => {
      const id = ids.get('evidence') ?? (await evidence.sent(bond));
      ids.set('evidence', id);
      await evidence.proposeAccept(id, who);
    },
    'confirms that': (who) => evidence.confirm(ids.get('evidence')!, who),
    'sends that back': (who) =>
      evidence.by(who, (checks, tx) => checks.sendBack(tx, ids.get('evidence')!, 'unclear')),
  };
  const names = fc.array(fc.constantFrom(...Object.keys(acts)), { minLength: 3, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(names, fc.boolean(), async (order, travels) => {
      ids.clear();
      const who = await everyRole();
      const bond = await world.aBond({ officer: who }).withVisa();
      if (travels) await world.crossed(world.record('admitted', bond));
      // What is refused, or is not there to be approved, is no matter here.
      for (const name of order) await acts[name]!(who, bond).catch(() => undefined);
      await world.workInbox();
      expect(await moved(bond)).toEqual([]);
    }),
    { numRuns: 12 },
  );
}, 120_000);
