// Money of the operator's own that moved at the processor, which two people confirm before it is booked.
import { mustBeOk } from '#kernel';
import { DifferenceSteps } from '#treasury';
import type { World } from '../../support/world/world.ts';
import type { Step } from './step.ts';

export function aboutDifferences(world: World): Record<string, Step> {
  const steps = () => world.officer.get(DifferenceSteps);
  return {
    'money of the operator’s own that moved at the processor': {
      propose: async (who) => {
        const { id } = await world.one<{ id: string }>(
          `insert into money_difference (id, object_id, currency, subject, kind, moved_minor,
             moved_fee_minor, since, found_at, checked_at, state, state_since)
           select id, 'po_' || replace(id::text, '-', ''), 'USD', 'payout', 'not_booked', -100, 0,
             now(), now(), now(), 'open', now()
           from (select gen_random_uuid() as id) made returning id`,
        );
        mustBeOk(await world.asOfficer(who, (tx) => steps().propose(tx, id)));
        return id;
      },
      approve: (who, id) => world.asOfficer(who, (tx) => steps().confirm(tx, id)),
      table: 'money_difference',
      writes: `state = 'confirmed', confirmed_by = $2, state_since = now(), version = version + 1`,
    },
    'money of the operator’s own that the bank moved': {
      propose: async (who) => {
        const { id } = await world.one<{ id: string }>(
          `insert into money_difference (id, object_id, currency, subject, kind, moved_minor,
             moved_fee_minor, since, found_at, checked_at, state, state_since)
           select id, 'bank_' || replace(id::text, '-', ''), 'USD', 'bank_entry', 'bank_only', -100,
             0, now(), now(), now(), 'open', now()
           from (select gen_random_uuid() as id) made returning id`,
        );
        mustBeOk(await world.asOfficer(who, (tx) => steps().propose(tx, id)));
        return id;
      },
      approve: (who, id) => world.asOfficer(who, (tx) => steps().confirm(tx, id)),
      table: 'money_difference',
      writes: `state = 'confirmed', confirmed_by = $2, state_since = now(), version = version + 1`,
    },
  };
}
