import { formatDay } from '#kernel';
import { CheckedListPage } from '../checked/checked-list.page.tsx';
import type { OfficerView } from '../text/index.ts';
import { evidenceWords } from '../words/evidence.ts';
import type { EvidenceList } from './evidence-desk.service.ts';

/** Proof of departures that waits for an officer, or for a second one. */
export const EvidenceListPage = ({ view, list }: { view: OfficerView; list: EvidenceList }) => (
  <CheckedListPage
    {...{ view, list }}
    group="evidence"
    path="/evidence"
    kindOf={({ kind }) => view.t(`states.evidenceKind.${kind}`)}
    dayOf={({ departedOn }) => formatDay(departedOn, view.lang)}
    badgeOf={({ state }) => ({
      tone: evidenceWords[state].tone,
      text: view.t(`states.evidence.${state}`),
    })}
  />
);
