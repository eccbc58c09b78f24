import { DateTime, type TimelineItem } from '#web';
import { askedText } from '../shared/asked-amount.view.tsx';
import type { OfficerView } from '../text/index.ts';
import type { By, HistoryItem } from './case-history.service.ts';
import type { CasePageOptions } from './case-page.ts';

function who({ t, account }: OfficerView, by: By): string {
  if (by.kind === 'staff') return by.id === account?.id ? t('cases.history.you') : by.name;
  if (by.kind === 'rule' || by.kind === 'border') return t(`history.by.${by.kind}`);
  return t(`cases.history.${by.kind}`);
}

/** Codes of reasons come from several lists; each has its words in one of these. */
const REASONS = [
  ...(['refusal', 'close', 'tier', 'decline', 'correction'] as const),
  ...(['rule', 'renewal', 'reassign', 'informationReason'] as const),
];

function reasonText({ t }: OfficerView, code: string): string {
  const group = REASONS.find((name) => t.has(`states.${name}.${code}`));
  return group ? t.dynamic(`states.${group}.${code}`) : code;
}

function titleOf(view: OfficerView, item: HistoryItem): string {
  const amount = item.amount ? askedText(view, item.amount) : '';
  return view.t.dynamic(`history.${item.source}.${item.event}`, { amount });
}

export const historyItems = ({ view, content }: CasePageOptions): TimelineItem[] =>
  content.history.map((item) => ({
    title: titleOf(view, item),
    by: who(view, item.by),
    when: <DateTime at={item.at} zone={content.consulate.timeZone} lang={view.lang} />,
    children: item.reasonCode && (
      <p class="govuk-body-s govuk-!-margin-bottom-0">
        {view.t('history.reason', { reason: reasonText(view, item.reasonCode) })}
      </p>
    ),
  }));
