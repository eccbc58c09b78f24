import type { After } from '#platform';
import type { CandidateLine } from '#travel';
import { Badge, DataTable, DateTime, EmptyState, Page, type Column } from '#web';
import { ListPager, totalOf } from '../shared/list-pager.view.tsx';
import { LongId } from '../shared/long-id.view.tsx';
import { Notice } from '../shared/notice.view.tsx';
import type { OfficerView } from '../text/index.ts';
import { candidateWords } from '../words/movement.ts';
import type { MatchingList } from './matching-desk.service.ts';

interface Props {
  readonly view: OfficerView;
  readonly list: MatchingList;
  readonly after: After | null;
  readonly notice: unknown;
}

function columnsOf({ view, list }: Props): Column<CandidateLine>[] {
  const { t, lang } = view;
  return [
    {
      label: t('matching.record'),
      cell: (c) => (
        <>
          {t(`states.kind.${c.kind}`)}, {c.portCode}
          <br />
          <DateTime at={c.happenedAt} zone="UTC" lang={lang} />
        </>
      ),
    },
    { label: t('matching.number'), cell: (c) => <LongId id={c.recordId} /> },
    {
      label: t('matching.why'),
      cell: (c) => c.likenesses.map((one) => <div>{t(`states.likeness.${one}`)}</div>),
    },
    {
      label: t('matching.likely'),
      cell: (c) => t('matching.score', { score: `${c.score}` }),
      numeric: true,
    },
    {
      label: t('matching.state'),
      cell: (c) => (
        <>
          <Badge tone={candidateWords[c.state].tone}>{t(`states.candidate.${c.state}`)}</Badge>{' '}
          {c.proposedBy && list.names.get(c.proposedBy)}
        </>
      ),
    },
    {
      label: t('matching.look'),
      cell: (c) => (
        <a class="govuk-link" href={`/movements/matching/${c.id}`}>
          <span aria-hidden="true">{t('matching.look')}</span>
          <span class="govuk-visually-hidden">{t('matching.lookAt', { record: c.recordId })}</span>
        </a>
      ),
    },
  ];
}

/** Pairs of a record and somebody whom it may mean, the longest waiting first. */
export function MatchingListPage(o: Props) {
  const { view, list, after, notice } = o;
  const { t, lang } = view;
  return (
    <Page view={view} title={t('matching.title')} back="/movements" wide>
      <Notice view={view} code={notice} group="matching" />
      <h1 class="govuk-heading-l">{t('matching.title')}</h1>
      <p class="govuk-body">{t('matching.lead')}</p>
      <p class="govuk-body">{totalOf(view, list.found, 'matching.total')}</p>
      <DataTable
        lang={lang}
        caption={t('matching.title')}
        captionHidden
        columns={columnsOf(o)}
        rows={list.found.rows}
        empty={
          <EmptyState title={t('matching.empty')}>
            <p class="govuk-body govuk-!-margin-bottom-0">{t('matching.emptyBody')}</p>
          </EmptyState>
        }
      />
      <ListPager {...{ view, after }} found={list.found} path="/movements/matching" query={{}} />
    </Page>
  );
}
