import type { MovementLine } from '#travel';
import { Badge } from '#web';
import { asideText } from '../shared/codes.ts';
import { movementWords } from '../words/movement.ts';
import type { OfficerView } from '../text/index.ts';

/** Where a border record stands; one that was set aside says why. */
export const MovementStanding = ({ view, line }: { view: OfficerView; line: MovementLine }) => (
  <>
    <Badge tone={movementWords[line.state].tone}>{view.t(`states.movement.${line.state}`)}</Badge>
    {line.reason && (
      <>
        {' '}
        <Badge tone="wait">{asideText(view, line.reason)}</Badge>
      </>
    )}
  </>
);
