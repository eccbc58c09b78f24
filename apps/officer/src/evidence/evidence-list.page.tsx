import { formatDay } from '#kernel';
import { Badge, DataTable, DateTime, EmptyState, Page } from '#web';
import { CaseLink } from '../shared/case-link.view.tsx';
import type { OfficerView } from '../text/index.ts';
import { evidenceWords } from '../words/evidence.ts';
import type { EvidenceList } from './evidence-desk.service.ts';

/** Proof of departures that waits for an officer, or for a second one. */
export function EvidenceListPage({ view, list }: { view: OfficerView; list: EvidenceList }) {
  const { t, lang } = view;
  return (
    <Page view={view} title={t('evidence.title')} wide>
      <h1 class="govuk-heading-l">{t('evidence.title')}</h1>
      <p class="govuk-body">{t('evidence.lead')}</p>
      <DataTable
        lang={lang}
        caption={t('evidence.waiting')}
        captionHidden
        rows={list.rows}
        columns={[
          {
            label: t('evidence.reference'),
            cell: (e) => <CaseLink view={view} reference={e.reference} />,
          },
          { label: t('evidence.kind'), cell: (e) => t(`states.evidenceKind.${e.kind}`) },
          { label: t('evidence.departedOn'), cell: (e) => formatDay(e.departedOn, lang) },
          {
            label: t('evidence.since'),
            cell: (e) =>
              e.sentAt && (
                <DateTime at={e.sentAt} zone={list.zones.get(e.consulateId) ?? 'UTC'} lang={lang} />
              ),
          },
          {
            label: t('evidence.state'),
            cell: (e) => (
              <>
                <Badge tone={evidenceWords[e.state].tone}>{t(`states.evidence.${e.state}`)}</Badge>{' '}
                {e.proposedBy && list.names.get(e.proposedBy)}
              </>
            ),
          },
          {
            label: t('evidence.look'),
            cell: (e) => (
              <a class="govuk-link" href={`/evidence/${e.id}`}>
                <span aria-hidden="true">{t('evidence.look')}</span>
                <span class="govuk-visually-hidden">
                  {t('evidence.lookAt', { reference: e.reference })}
                </span>
              </a>
            ),
          },
        ]}
        empty={
          <EmptyState title={t('evidence.empty')}>
            <p class="govuk-body govuk-!-margin-bottom-0">{t('evidence.emptyBody')}</p>
          </EmptyState>
        }
      />
    </Page>
  );
}
