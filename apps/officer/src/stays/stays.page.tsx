import { formatDay } from '#kernel';
import { CheckedListPage } from '../checked/checked-list.page.tsx';
import type { OfficerView } from '../text/index.ts';
import { stayFactWords } from '../words/stay.ts';
import type { StayList } from './stay-desk.service.ts';

/** What was reported of stays and waits for an officer, or for a second one. */
export const StaysPage = ({ view, list }: { view: OfficerView; list: StayList }) => (
  <CheckedListPage
    {...{ view, list }}
    group="stays"
    path="/stay-facts"
    kindOf={({ kind }) => view.t(`states.stayFactKind.${kind}`)}
    dayOf={({ reportedDay }) => formatDay(reportedDay, view.lang)}
    badgeOf={({ state }) => ({
      tone: stayFactWords[state].tone,
      text: view.t(`states.stayFact.${state}`),
    })}
  />
);
