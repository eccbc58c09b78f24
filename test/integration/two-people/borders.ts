// Border systems that two people let in.
import { mustBeOk } from '#kernel';
import { BorderProposals } from '#travel';
import type { Somebody } from '../../support/signed-in.ts';
import { aKeyPair } from '../../support/world/border.ts';
import type { World } from '../../support/world/world.ts';
import type { Step } from './step.ts';

export function aboutBorders(world: World): Record<string, Step> {
  const proposals = world.officer.get(BorderProposals);
  const ofBorders = {
    approve: (who: Somebody, id: string) => world.asOfficer(who, (tx) => proposals.confirm(tx, id)),
    table: 'border_proposal',
    writes: `state = 'confirmed', decided_by = $2, decided_at = now()`,
  };
  return {
    'a border system that is let in': {
      ...ofBorders,
      propose: async (who) => {
        const { key } = await aKeyPair();
        const wish = { name: 'Kourémalé', programmeCode: 'mali-us', ports: ['BKO'], key };
        return mustBeOk(await world.asOfficer(who, (tx) => proposals.proposeClient(tx, wish))).id;
      },
    },
    'the next key of a border system': {
      ...ofBorders,
      propose: async (who) => {
        const [{ client }, { key }] = [await world.aPost(), await aKeyPair()];
        const wish = { clientId: client.id, key };
        return mustBeOk(await world.asOfficer(who, (tx) => proposals.proposeKey(tx, wish))).id;
      },
    },
    'where a border system is told': {
      ...ofBorders,
      propose: async (who) => {
        const wish = { clientId: (await world.aPost()).client.id, address: 'https://a.example/' };
        return mustBeOk(await world.asOfficer(who, (tx) => proposals.proposeCallback(tx, wish))).id;
      },
    },
  };
}
