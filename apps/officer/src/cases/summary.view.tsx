import type { VisaRow } from '#application';
import { dayIn, formatDay } from '#kernel';
import { govuk } from '#web';
import { programmeName } from '../shared/case-table.view.tsx';
import type { OfficerView } from '../text/index.ts';
import type { CasePageOptions } from './case-page.ts';

type Row = { key: { text: string }; value: { text: string } };
const rowOf = (key: string, value: string): Row => ({ key: { text: key }, value: { text: value } });

function visaRows({ t, lang }: OfficerView, visa: VisaRow | null): Row[] {
  if (!visa) return [];
  const day = (d: VisaRow['validFrom']) => formatDay(d, lang);
  const range = { from: day(visa.validFrom), until: day(visa.validUntil) };
  const words = [
    t('cases.summary.visaNumber', { number: visa.number }),
    t('cases.summary.visaValid', range),
    t('cases.summary.stay', { count: visa.stayDays }),
  ];
  return [
    rowOf(t('cases.summary.visa'), words.join(', ')),
    ...(visa.admittedOn ? [rowOf(t('cases.summary.admitted'), day(visa.admittedOn))] : []),
    ...(visa.leaveBy ? [rowOf(t('cases.summary.leaveBy'), day(visa.leaveBy))] : []),
    ...(visa.departedOn ? [rowOf(t('cases.summary.departed'), day(visa.departedOn))] : []),
  ];
}

export function SummaryPanel({ view, content }: CasePageOptions) {
  const { t, lang } = view;
  const { row, consulate, list } = content;
  const submittedAt = row.submittedAt ?? row.openedAt;
  const holder =
    row.assignedTo === view.account?.id
      ? t('queues.you')
      : ((row.assignedTo && list.names.get(row.assignedTo)) ?? t('queues.nobody'));
  const programme = { name: programmeName(view, row.programmeCode), version: row.programmeVersion };
  return (
    <>
      <h2 class="govuk-heading-m">{t('cases.summary.title')}</h2>
      <govuk.SummaryList
        rows={[
          rowOf(t('cases.summary.programme'), t('cases.summary.version', programme)),
          rowOf(t('cases.summary.consulate'), `${consulate.city} (${consulate.country})`),
          rowOf(
            t('cases.summary.submitted'),
            formatDay(dayIn(submittedAt, consulate.timeZone), lang),
          ),
          rowOf(t('cases.summary.language'), t(`cases.summary.languages.${row.language}`)),
          rowOf(t('cases.summary.assigned'), holder),
          ...visaRows(view, row.visa),
        ]}
      />
    </>
  );
}
