import { stageOf } from '#application';
import type { AssessmentFacts } from '../domain/assess-movement.ts';
import type { Subject } from './subjects.service.ts';

/** What the rules look at of case, bond, port and document. */
export const factsOf = ({
  theCase,
  bond,
  port,
  document,
}: Subject): Pick<AssessmentFacts, 'case' | 'port' | 'document'> => ({
  ...{ port, document },
  case: theCase && {
    ...{ stage: stageOf(theCase.state), visa: theCase.visa, bondState: bond?.state ?? null },
  },
});
