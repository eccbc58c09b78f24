import type { BreachLine, BreachList } from '#breach';
import type { After, ListPage } from '#platform';
import { Badge, DataTable, DateTime, EmptyState, moj, MoneyFigure, Page } from '#web';
import type { Column } from '#web';
import { CaseLink } from '../shared/case-link.view.tsx';
import { ListPager } from '../shared/list-pager.view.tsx';
import { addressOf } from '../shared/paging.ts';
import type { OfficerView } from '../text/index.ts';
import { bondWords } from '../words/bond.ts';

const TABS = [
  ...(['referred', 'questions', 'replying', 'to_decide', 'proposed'] as const),
  ...(['declared', 'appeals', 'all'] as const),
] satisfies readonly BreachList[];

function columnsOf(view: OfficerView): Column<BreachLine>[] {
  const { t, lang } = view;
  const at = (moment: BreachLine['openedAt']) => (
    <DateTime at={moment} zone="UTC" lang={lang} only="day" />
  );
  return [
    {
      label: t('breaches.reference'),
      cell: (f) => <CaseLink view={view} reference={f.reference} />,
    },
    {
      label: t('breaches.state'),
      cell: (f) => (
        <Badge tone={bondWords[f.bondState].tone}>{t(`states.bond.${f.bondState}`)}</Badge>
      ),
    },
    {
      label: t('breaches.amount'),
      numeric: true,
      cell: (f) => <MoneyFigure money={f.amount} lang={lang} />,
    },
    { label: t('breaches.opened'), cell: (f) => at(f.openedAt) },
    {
      label: t('breaches.due'),
      cell: (f) => {
        const due = f.appealBy ?? f.replyBy;
        return due ? at(due) : t('breaches.none');
      },
    },
    {
      label: t('breaches.look'),
      cell: (f) => (
        <a class="govuk-link" href={`/breaches/${f.id}`}>
          <span aria-hidden="true">{t('breaches.look')}</span>
          <span class="govuk-visually-hidden">
            {t('breaches.lookAt', { reference: f.reference })}
          </span>
        </a>
      ),
    },
  ];
}

/** Breach files by what they wait for, the longest open first (R16 to R24). */
export function BreachesPage(o: {
  readonly view: OfficerView;
  readonly list: BreachList;
  readonly after: After | null;
  readonly found: ListPage<BreachLine>;
}) {
  const { view, list, after, found } = o;
  const { t, lang } = view;
  return (
    <Page view={view} title={t('breaches.title')} wide>
      <h1 class="govuk-heading-l">{t('breaches.title')}</h1>
      <p class="govuk-body">{t('breaches.lead')}</p>
      <moj.SubNavigation
        label={t('breaches.tabs')}
        items={TABS.map((key) => ({
          text: t(`breaches.tab.${key}`),
          href: addressOf('/breaches', { show: key }),
          active: key === list,
        }))}
      />
      <DataTable
        lang={lang}
        caption={t(`breaches.tab.${list}`)}
        captionHidden
        columns={columnsOf(view)}
        rows={found.rows}
        empty={
          <EmptyState title={t('breaches.empty')}>
            <p class="govuk-body govuk-!-margin-bottom-0">{t('breaches.emptyBody')}</p>
          </EmptyState>
        }
      />
      <ListPager {...{ view, found, after }} path="/breaches" query={{ show: list }} />
    </Page>
  );
}
