import type { After } from '#platform';
import type { ImportLine } from '#travel';
import { Badge, DataTable, DateTime, EmptyState, govuk, Page, type Column } from '#web';
import { ListPager } from '../shared/list-pager.view.tsx';
import type { OfficerView } from '../text/index.ts';
import { importWords } from '../words/movement-import.ts';
import type { ImportList } from './import-desk.service.ts';

function columnsOf(view: OfficerView, { names, zone }: ImportList): Column<ImportLine>[] {
  const { t, lang } = view;
  const number = new Intl.NumberFormat(lang);
  return [
    {
      label: t('imports.sentAt'),
      cell: (i) => (
        <a class="govuk-link" href={`/movements/imports/${i.id}`}>
          <DateTime at={i.sentAt} zone={zone} lang={lang} />
        </a>
      ),
    },
    { label: t('imports.source'), cell: (i) => t(`imports.sources.${i.source}`) },
    { label: t('imports.sentBy'), cell: (i) => names.get(i.sentBy) ?? '' },
    {
      label: t('imports.state'),
      cell: (i) => (
        <Badge tone={importWords[i.state].tone}>{t(`states.movementImport.${i.state}`)}</Badge>
      ),
    },
    {
      label: t('imports.accepted'),
      numeric: true,
      cell: (i) => number.format(i.accepted),
    },
    {
      label: t('imports.notAccepted'),
      numeric: true,
      cell: (i) => number.format(i.duplicates + i.refused),
    },
  ];
}

/** What was brought in, the newest first. */
export function ImportsPage(o: { view: OfficerView; list: ImportList; after: After | null }) {
  const { view, list, after } = o;
  const { t, lang } = view;
  return (
    <Page view={view} title={t('imports.title')} back="/movements" wide>
      <h1 class="govuk-heading-l">{t('imports.title')}</h1>
      <p class="govuk-body">{t('imports.lead')}</p>
      <div class="govuk-button-group">
        <govuk.Button text={t('imports.new.title')} href="/movements/imports/new" />
        <govuk.Button
          text={t('imports.hand.title')}
          href="/movements/entry"
          classes="govuk-button--secondary"
        />
      </div>
      <DataTable
        lang={lang}
        caption={t('imports.title')}
        captionHidden
        columns={columnsOf(view, list)}
        rows={list.found.rows}
        empty={
          <EmptyState title={t('imports.empty')}>
            <p class="govuk-body govuk-!-margin-bottom-0">{t('imports.emptyBody')}</p>
          </EmptyState>
        }
      />
      <ListPager {...{ view, after }} found={list.found} path="/movements/imports" />
    </Page>
  );
}
