// Every step of two people: how the first begins it, and how it would be approved.
import { Corrections, Directions } from '#bond-escrow';
import { Rescissions, Rulings } from '#breach';
import { dayIn, mustBeOk, Temporal } from '#kernel';
import { CaseFreezes, Revocations } from '#refund';
import { aTraveller, EvidenceFlow } from '../../support/evidence.ts';
import { aFile, aRow, ImportFlow } from '../../support/imports.ts';
import type { Somebody } from '../../support/signed-in.ts';
import { StayFlow } from '../../support/stays.ts';
import { BreachStory, judges } from '../../support/world/breach.ts';
import { RescueStory } from '../../support/world/rescue.ts';
import { SuspenseStory } from '../../support/world/suspense.ts';
import type { World } from '../../support/world/world.ts';
import { aboutBorders } from './borders.ts';
import { aboutDisputes } from './disputes.ts';
import { aboutRecords } from './records.ts';
import type { Step } from './step.ts';

interface Stories {
  readonly world: World;
  readonly story: BreachStory;
  readonly evidence: EvidenceFlow;
  readonly imports: ImportFlow;
  readonly stays: StayFlow;
  readonly suspense: SuspenseStory;
  readonly rescue: RescueStory;
}

export async function storiesOf(world: World): Promise<Stories> {
  return {
    world,
    story: new BreachStory(world, await judges(world)),
    ...{ evidence: await EvidenceFlow.of(world), imports: await ImportFlow.of(world) },
    stays: await StayFlow.of(world),
    suspense: await SuspenseStory.of(world),
    rescue: await RescueStory.of(world),
  };
}

const DECIDED = `decided_by = $2, state_since = now(), version = version + 1`;

/** By the name of what is decided; a test looks whether a new one is missing. */
export function stepsOf(stories: Stories): Readonly<Record<string, Step>> {
  return {
    ...aboutCases(stories),
    ...aboutStays(stories),
    ...aboutRecords(stories.world),
    ...aboutBreaches(stories),
    ...aboutMoney(stories),
    ...aboutBorders(stories.world),
  };
}

const directionIn = (made: object): string => {
  if ('directionId' in made) return String(made.directionId);
  throw new Error('nobody else had to agree');
};

function aboutCases({ world }: Stories): Record<string, Step> {
  const { officer } = world;
  const direction = {
    approve: (who: Somebody, id: string) =>
      world.asOfficer(who, (tx) => officer.get(Directions).approve(tx, id)),
    table: 'bond_direction',
    writes: `state = 'approved', decided_by = $2, decided_at = now()`,
  };
  const directed = async (who: Somebody, wish: { amountMinor: bigint; reasonCode: string }) => {
    const { caseId } = await world.aCase({ officer: who }).underReview();
    const made = world.onCase(who, caseId, (tx, row) =>
      officer.get(Directions).direct(tx, row, wish),
    );
    return directionIn(mustBeOk(await made));
  };
  const lower = { amountMinor: 500_000n, reasonCode: 'ability_to_pay' };
  return {
    'a lower amount': { ...direction, propose: (who) => directed(who, lower) },
    'a waiver': {
      ...direction,
      propose: (who) => directed(who, { amountMinor: 0n, reasonCode: 'minor' }),
    },
    'a correction to a lower amount': {
      ...direction,
      propose: async (who) => {
        const { caseId } = await world.aBond({ officer: who }).directed();
        const corrected = world.onCase(who, caseId, (tx, row) =>
          officer.get(Corrections).correct(tx, row, { ...lower, correctionReason: 'entry_error' }),
        );
        return directionIn(mustBeOk(await corrected));
      },
    },
    'a visa that is cancelled': {
      propose: async (who) => {
        const { caseId } = await world.aBond({ officer: who }).withVisa();
        const proposed = world.onCase(who, caseId, (tx, row) =>
          officer.get(Revocations).propose(tx, row, 'given_back'),
        );
        return mustBeOk(await proposed).id;
      },
      approve: (who, id) => world.asOfficer(who, (tx) => officer.get(Revocations).approve(tx, id)),
      table: 'visa_revocation',
      writes: `state = 'approved', decided_by = $2, decided_at = now()`,
    },
    'a freeze that is lifted': {
      propose: async (who) => {
        const { caseId } = await world.aBond({ officer: who }).held();
        const placed = world.onCase(who, caseId, (tx, row) =>
          officer.get(CaseFreezes).place(tx, row, 'fraud_suspected'),
        );
        const { id } = mustBeOk(await placed);
        const lift = world.asOfficer(who, (tx) =>
          officer.get(CaseFreezes).proposeLift(tx, id, 'nothing_found'),
        );
        return mustBeOk(await lift).id;
      },
      approve: (who, id) => world.asOfficer(who, (tx) => officer.get(CaseFreezes).approve(tx, id)),
      table: 'case_freeze',
      writes: `state = 'lift_approved', approved_by = $2, state_since = now(), version = version + 1`,
    },
  };
}

function aboutStays({ world, evidence, imports, stays }: Stories): Record<string, Step> {
  return {
    'proof of a departure': {
      propose: async (who) => {
        const id = await evidence.sent(await aTraveller(world));
        mustBeOk(await evidence.proposeAccept(id, who));
        return id;
      },
      approve: (who, id) => evidence.confirm(id, who),
      ...{ table: 'evidence', writes: `state = 'accepted', ${DECIDED}` },
    },
    'a record that is brought in': {
      propose: async (who) => {
        const file = aFile(aRow('departed', await aTraveller(world)));
        const { id } = mustBeOk(await imports.send(file, who));
        await imports.run(id);
        return id;
      },
      approve: (who, id) => imports.confirm(id, who),
      ...{ table: 'movement_import', writes: `state = 'confirmed', ${DECIDED}` },
    },
    'a longer stay': {
      propose: async (who) => {
        const posted = await aTraveller(world);
        const day = (await stays.leaveBy(posted)).add({ days: 10 });
        const id = await stays.asked(posted);
        mustBeOk(await stays.propose(id, { outcome: 'accept', day }, who));
        return id;
      },
      approve: (who, id) => stays.confirm(id, who),
      ...{ table: 'stay_fact', writes: `state = 'accepted', ${DECIDED}` },
    },
    'a death': {
      propose: (who) => deathProposed({ world, stays }, who),
      approve: (who, id) => stays.confirm(id, who),
      ...{ table: 'stay_fact', writes: `state = 'accepted', ${DECIDED}` },
    },
  };
}

async function deathProposed({ world, stays }: Pick<Stories, 'world' | 'stays'>, who: Somebody) {
  const posted = await aTraveller(world);
  const today = dayIn(Temporal.Now.instant(), 'UTC');
  return stays.recorded(posted, 'death', today, who);
}

function aboutBreaches({ world, story }: Stories): Record<string, Step> {
  const { officer } = world;
  const ruling = (as: 'adjudication' | 'appeal') => ({
    approve: (who: Somebody, id: string) =>
      world.asOfficer(who, (tx) => officer.get(Rulings).approve(tx, id, as)),
    ...{ table: 'breach_ruling', writes: `state = 'approved', ${DECIDED}` },
  });
  const told = (who: Somebody, as: 'adjudicator' | 'member') =>
    new BreachStory(world, { ...story.people, [as]: who });
  return {
    'a decision on a breach': {
      ...ruling('adjudication'),
      propose: async (who) => {
        const by = told(who, 'adjudicator');
        const file = await by.noticed();
        await world.daysLater(15);
        return by.proposed(file, 'part', 300_000n);
      },
    },
    'a decision on an appeal': {
      ...ruling('appeal'),
      propose: async (who) => {
        const file = await story.decided('full');
        await story.appealed(file);
        return told(who, 'member').judgement(file, 'overturned');
      },
    },
    'a rescission': {
      ...ruling('adjudication'),
      propose: async (who) => {
        const file = await story.decided('full');
        const proposed = world.asOfficer(who, (tx) =>
          officer.get(Rescissions).propose(tx, file.fileId, 'A boarding pass.'),
        );
        return mustBeOk(await proposed).rulingId;
      },
    },
  };
}

function aboutMoney({ world, suspense, rescue }: Stories): Record<string, Step> {
  const ofSuspense = {
    approve: (who: Somebody, id: string) => suspense.approve(id, who),
    ...{ table: 'suspense_proposal', writes: `state = 'approved', ${DECIDED}` },
  };
  return {
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
    ...aboutDisputes(world),
    'money in suspense that goes back': {
      ...ofSuspense,
      propose: async (who) =>
        mustBeOk(await suspense.giveBack((await suspense.stray(70_000)).id, who)).id,
    },
    'stray money that is counted towards a bond': {
      ...ofSuspense,
      propose: async (who) => {
        const { reference } = await world.aBond().signed();
        return mustBeOk(await suspense.match((await suspense.stray()).id, reference, who)).id;
      },
    },
    'a refund that goes to a bank account': {
      propose: async (who) => {
        const { refundId } = await rescue.proposed(who);
        await world.daysLater(2); // its 48 hours are over for who approves, too
        return rescue.idOf(refundId);
      },
      approve: async (who, id) => rescue.approve(await rescue.refundOfRescue(id), who),
      ...{ table: 'rescue', writes: `state = 'approved', ${DECIDED}` },
    },
  };
}
