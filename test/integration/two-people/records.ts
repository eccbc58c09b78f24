// A border record that officers dismiss although a bond hangs on it.
import { AsideProposals } from '#departure';
import { mustBeOk } from '#kernel';
import type { Somebody } from '../../support/signed-in.ts';
import type { World } from '../../support/world/world.ts';
import type { Step } from './step.ts';

export function aboutRecords(world: World): Record<string, Step> {
  const proposals = world.officer.get(AsideProposals);
  return {
    'a record that is dismissed': {
      propose: async (who) => {
        const { id } = await world.aside(await world.aBond().withVisa());
        const dismissed = world.asOfficer(who, (tx) => proposals.dismiss(tx, id, 'duplicate'));
        return mustBeOk(await dismissed).id;
      },
      approve: (who: Somebody, id: string) =>
        world.asOfficer(who, (tx) => proposals.approve(tx, id)),
      table: 'movement_proposal',
      writes: `state = 'approved', decided_by = $2, state_since = now(), version = version + 1`,
    },
  };
}
