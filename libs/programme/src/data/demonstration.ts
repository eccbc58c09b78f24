import { maliUs } from './mali-us.ts';
import type { ShippedVersion } from './shipped.ts';

const [first] = maliUs.versions;

/** For demonstrations only: a refund leaves at once, and the pages say so. */
export const demonstrationVersion: ShippedVersion = {
  version: 2,
  effectiveFrom: '2025-10-24',
  legalReference: first!.legalReference,
  rules: {
    ...first!.rules,
    refundHoldMinutes: 0,
    basis: {
      ...first!.rules.basis,
      refundHoldMinutes: { tag: 'D', source: 'A demonstration: nobody has to wait' },
    },
  },
};
