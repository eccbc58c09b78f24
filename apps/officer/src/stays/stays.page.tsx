import { formatDay } from '#kernel';
import { Badge, DataTable, DateTime, EmptyState, Page } from '#web';
import { CaseLink } from '../shared/case-link.view.tsx';
import type { OfficerView } from '../text/index.ts';
import { stayFactWords } from '../words/stay.ts';
import type { StayList } from './stay-desk.service.ts';

/** What was reported of stays and waits for an officer, or for a second one. */
export function StaysPage({ view, list }: { view: OfficerView; list: StayList }) {
  const { t, lang } = view;
  return (
    <Page view={view} title={t('stays.title')} wide>
      <h1 class="govuk-heading-l">{t('stays.title')}</h1>
      <p class="govuk-body">{t('stays.lead')}</p>
      <DataTable
        lang={lang}
        caption={t('stays.waiting')}
        captionHidden
        rows={list.rows}
        columns={[
          {
            label: t('stays.reference'),
            cell: (f) => <CaseLink view={view} reference={f.reference} />,
          },
          { label: t('stays.kind'), cell: (f) => t(`states.stayFactKind.${f.kind}`) },
          { label: t('stays.day'), cell: (f) => formatDay(f.reportedDay, lang) },
          {
            label: t('stays.since'),
            cell: (f) =>
              f.sentAt && (
                <DateTime at={f.sentAt} zone={list.zones.get(f.consulateId) ?? 'UTC'} lang={lang} />
              ),
          },
          {
            label: t('stays.state'),
            cell: (f) => (
              <>
                <Badge tone={stayFactWords[f.state].tone}>{t(`states.stayFact.${f.state}`)}</Badge>{' '}
                {f.proposedBy && list.names.get(f.proposedBy)}
              </>
            ),
          },
          {
            label: t('stays.look'),
            cell: (f) => (
              <a class="govuk-link" href={`/stay-facts/${f.id}`}>
                <span aria-hidden="true">{t('stays.look')}</span>
                <span class="govuk-visually-hidden">
                  {t('stays.lookAt', { reference: f.reference })}
                </span>
              </a>
            ),
          },
        ]}
        empty={
          <EmptyState title={t('stays.empty')}>
            <p class="govuk-body govuk-!-margin-bottom-0">{t('stays.emptyBody')}</p>
          </EmptyState>
        }
      />
    </Page>
  );
}
