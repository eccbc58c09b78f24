import { formatMoney, money } from '#kernel';
import { isOfBank, type SideEntry } from '#treasury';
import { DataTable, DateTime, govuk, MoneyFigure, Page, Timeline } from '#web';
import { holderName, WaitingSince } from '../shared/holding.view.tsx';
import { LongId } from '../shared/long-id.view.tsx';
import { Notice } from '../shared/notice.view.tsx';
import type { DifferencePageOptions } from './difference-page.ts';
import { DifferenceAct } from './difference-act.view.tsx';
import { DifferenceBadge, moreMoved, netOf } from './differences.page.tsx';

function Summary({ view, difference, names, now }: DifferencePageOptions) {
  const { t } = view;
  const { row } = difference;
  const text = (key: string, value: string) => ({ key: { text: key }, value: { text: value } });
  const by = (key: string, who: string | null) =>
    who !== null && text(key, holderName(view, who, names));
  return (
    <govuk.SummaryList
      rows={[
        {
          key: { text: t('differences.state') },
          value: { html: <DifferenceBadge view={view} row={row} /> },
        },
        {
          key: { text: t('differences.since') },
          value: { html: <WaitingSince {...{ view, now }} since={row.since} /> },
        },
        !isOfBank(row.kind) && {
          key: { text: t('differences.one.object') },
          value: { html: <LongId id={row.objectId} /> },
        },
        by(t('differences.one.proposedBy'), row.proposedBy),
        by(t('differences.one.confirmedBy'), row.confirmedBy),
        text(t('differences.holder'), holderName(view, row.takenBy, names)),
      ]}
    />
  );
}

interface SideRow {
  readonly key: 'amount' | 'fee' | 'net';
  readonly moved: bigint;
  readonly booked: bigint;
}

/** Amount, fee and both together, as each side has them. */
function Sides({ view, difference }: DifferencePageOptions) {
  const { t, lang } = view;
  const { row } = difference;
  const net = netOf(row);
  const amount = { moved: row.movedMinor ?? 0n, booked: row.bookedMinor ?? 0n };
  const fee = { moved: row.movedFeeMinor ?? 0n, booked: row.bookedFeeMinor ?? 0n };
  const isBank = isOfBank(row.kind);
  // The bank keeps no fee of an entry: it is another one.
  const rows: readonly SideRow[] = isBank
    ? [{ key: 'amount', ...amount }]
    : [
        { key: 'amount', ...amount },
        { key: 'fee', ...fee },
        { key: 'net', ...net },
      ];
  const figure = (minor: bigint) => <MoneyFigure money={money(minor, row.currency)} lang={lang} />;
  return (
    <DataTable
      lang={lang}
      caption={t(`differences.one.${row.state === 'closed' ? 'sidesThen' : 'sides'}`)}
      columns={[
        { label: t('differences.one.of'), cell: (r) => t(`differences.one.row.${r.key}`) },
        {
          label: t(`differences.one.${isBank ? 'bank' : 'processor'}`),
          numeric: true,
          cell: (r) => figure(r.moved),
        },
        { label: t('differences.one.books'), numeric: true, cell: (r) => figure(r.booked) },
        {
          label: t('differences.one.difference'),
          numeric: true,
          cell: (r) => figure(r.moved - r.booked),
        },
      ]}
      rows={rows}
    />
  );
}

/** What one side has of it, row by row. */
function Entries(
  o: DifferencePageOptions & {
    readonly side: 'moved' | 'booked';
    readonly entries: readonly SideEntry[];
  },
) {
  const { view, side, entries, difference } = o;
  const { t, lang } = view;
  const which = side === 'moved' && isOfBank(difference.row.kind) ? 'atBank' : side;
  const words = side === 'moved' ? 'differences.category' : 'differences.code';
  return (
    <DataTable
      lang={lang}
      caption={t(`differences.one.${which}`)}
      columns={[
        {
          label: t('differences.one.when'),
          cell: (e) => <DateTime at={e.at} zone="UTC" lang={lang} />,
        },
        {
          label: t('differences.one.what'),
          cell: (e) => (t.has(`${words}.${e.what}`) ? t.dynamic(`${words}.${e.what}`) : e.what),
        },
        {
          label: t('differences.one.row.net'),
          numeric: true,
          cell: (e) => <MoneyFigure money={e.net} lang={lang} />,
        },
        { label: t('differences.one.name'), cell: (e) => <LongId id={e.name} /> },
      ]}
      rows={entries}
      empty={<p class="govuk-body">{t('differences.one.none')}</p>}
    />
  );
}

function Happened({ view, difference }: DifferencePageOptions) {
  const { t, lang } = view;
  const { row, history } = difference;
  const steps = history.map(({ event, at }) => ({
    title: t.dynamic(`differences.event.${event}`),
    at,
  }));
  const all = [{ title: t('differences.one.foundStep'), at: row.foundAt }, ...steps];
  return (
    <>
      <h2 class="govuk-heading-m">{t('differences.one.history')}</h2>
      <Timeline
        lang={lang}
        items={all.toReversed().map(({ title, at }) => ({
          title,
          when: <DateTime at={at} zone="UTC" lang={lang} />,
        }))}
      />
    </>
  );
}

/** One difference: both sides, what can be done and what that causes, and each row of either side. */
export function DifferencePage(o: DifferencePageOptions) {
  const { view, difference } = o;
  const { t, lang } = view;
  const { row, moved, booked } = difference;
  const title = t('differences.one.title', {
    subject: t(`states.differenceSubject.${row.subject}`),
    amount: formatMoney(moreMoved(row), lang),
  });
  return (
    <Page view={view} title={title} back="/differences" wide>
      <Notice view={view} code={o.notice} group="differences" />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body-l">{t(`differences.one.lead.${row.kind}`)}</p>
      <Summary {...o} />
      <Sides {...o} />
      <h2 class="govuk-heading-m">{t('differences.one.act')}</h2>
      <DifferenceAct {...o} />
      <Entries {...o} side="moved" entries={moved} />
      <Entries {...o} side="booked" entries={booked} />
      <Happened {...o} />
    </Page>
  );
}
