import { moj } from '#web';
import { programmeName } from '../shared/case-table.view.tsx';
import { addressOf } from '../shared/paging.ts';
import type { OfficerView } from '../text/index.ts';

/** For which programme, where somebody works for several. */
export function ProgrammeChoice(o: {
  view: OfficerView;
  programmes: readonly string[];
  path: string;
  chosen: string | undefined;
}) {
  if (o.programmes.length < 2) return null;
  return (
    <moj.SubNavigation
      label={o.view.t('imports.programme')}
      items={o.programmes.map((programme) => ({
        text: programmeName(o.view, programme),
        href: addressOf(o.path, { programme }),
        active: programme === o.chosen,
      }))}
    />
  );
}
