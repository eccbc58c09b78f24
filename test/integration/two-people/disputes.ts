// Giving money up to a dispute, which takes two people; and what else of the processor's they confirm.
import { mustBeOk } from '#kernel';
import { DisputeAnswers } from '#refund';
import type { World } from '../../support/world/world.ts';
import { aboutDifferences } from './differences.ts';
import type { Step } from './step.ts';

export function aboutDisputes(world: World): Record<string, Step> {
  return {
    'money that is given up to a dispute': {
      propose: async (who) => {
        const { bondId } = await world.aBond().held();
        await world.dispute(bondId);
        await world.news();
        const sql = 'select id from dispute where bond_id = $1';
        const { id } = await world.one<{ id: string }>(sql, bondId);
        mustBeOk(
          await world.asOfficer(who, (tx) => world.officer.get(DisputeAnswers).accept(tx, id)),
        );
        const wished = 'select id from dispute_answer where dispute_id = $1';
        return (await world.one<{ id: string }>(wished, id)).id;
      },
      approve: (who, id) =>
        world.asOfficer(who, (tx) => world.officer.get(DisputeAnswers).order(tx, id)),
      table: 'dispute_answer',
      writes: `state = 'ordered', ordered_by = $2, state_since = now(), version = version + 1`,
    },
    ...aboutDifferences(world),
  };
}
