import type { BorderClientLine, BorderProposal } from '#travel';
import { Badge, DataTable, DateTime, EmptyState, govuk, Page, type Column } from '#web';
import { programmeName } from '../shared/case-table.view.tsx';
import { Notice } from '../shared/notice.view.tsx';
import type { OfficerView } from '../text/index.ts';
import { borderClientWords } from '../words/border-client.ts';
import type { BorderList } from './border-desk.service.ts';
import { KeyName, Moment } from './parts.view.tsx';

interface Props {
  readonly view: OfficerView;
  readonly list: BorderList;
  readonly notice: unknown;
}

/** What waits for a second person, whoever proposed it. */
function Waiting({ view, list }: Props) {
  const { t, lang } = view;
  if (list.waiting.length === 0) return null;
  const nameOf = (p: BorderProposal) =>
    p.name ?? list.clients.find((client) => client.id === p.clientId)?.name ?? '';
  return (
    <DataTable<BorderProposal>
      lang={lang}
      caption={t('borderClients.waiting')}
      rows={list.waiting}
      columns={[
        {
          label: t('borderClients.what'),
          cell: (p) => (
            <a class="govuk-link" href={`/border-clients/proposals/${p.id}`}>
              {t(`borderClients.kind.${p.kind}`, { name: nameOf(p) })}
            </a>
          ),
        },
        { label: t('borderClients.proposedBy'), cell: (p) => list.names.get(p.proposedBy) ?? '' },
        {
          label: t('borderClients.since'),
          cell: (p) => <DateTime at={p.proposedAt} zone="UTC" lang={lang} />,
        },
      ]}
    />
  );
}

const columnsOf = (view: OfficerView): Column<BorderClientLine>[] => {
  const { t } = view;
  return [
    {
      label: t('borderClients.name'),
      cell: (c) => (
        <a class="govuk-link" href={`/border-clients/${c.id}`}>
          {c.name}
        </a>
      ),
    },
    {
      label: t('borderClients.state'),
      cell: (c) => (
        <Badge tone={borderClientWords[c.state].tone}>{t(`states.borderClient.${c.state}`)}</Badge>
      ),
    },
    {
      label: t('borderClients.ports'),
      cell: (c) => `${c.ports.join(', ')} · ${programmeName(view, c.programmeCode)}`,
    },
    {
      label: t('borderClients.recordsAt'),
      cell: (c) => <Moment view={view} at={c.recordsAt} />,
    },
    { label: t('borderClients.marksAt'), cell: (c) => <Moment view={view} at={c.marksAt} /> },
    {
      label: t('borderClients.keys'),
      cell: (c) =>
        c.kids.length === 0
          ? t('borderClients.noKey')
          : c.kids.map((kid) => (
              <div>
                <KeyName kid={kid} isShort />
              </div>
            )),
    },
  ];
};

/** Which border systems may report, what waits, and when each was heard of last. */
export function BorderClientsPage(o: Props) {
  const { view, list, notice } = o;
  const { t, lang } = view;
  return (
    <Page view={view} title={t('borderClients.title')} wide>
      <Notice view={view} code={notice} group="borderClients" />
      <h1 class="govuk-heading-l">{t('borderClients.title')}</h1>
      <p class="govuk-body">{t('borderClients.lead')}</p>
      <govuk.Button text={t('borderClients.new.title')} href="/border-clients/new" />
      <Waiting {...o} />
      <DataTable
        lang={lang}
        caption={t('borderClients.all')}
        columns={columnsOf(view)}
        rows={list.clients}
        empty={
          <EmptyState title={t('borderClients.empty')}>
            <p class="govuk-body govuk-!-margin-bottom-0">{t('borderClients.emptyBody')}</p>
          </EmptyState>
        }
      />
    </Page>
  );
}
