import type { BondView } from '#bond-escrow';
import { money, type Instant } from '#kernel';
import type { StatementLine } from '#ledger';
import type { StatementObject } from '#treasury';
import { DateTime, EmptyState, govuk, MoneyFigure, Page } from '#web';
import { CaseLink } from '../shared/case-link.view.tsx';
import { addressOf } from '../shared/paging.ts';
import type { OfficerView } from '../text/index.ts';
import { momentQuery, type AskedMoment } from '../treasury/moment.ts';
import { MomentForm } from '../treasury/moment.view.tsx';
import { FullStatement } from './statement.view.tsx';

export interface StatementContent {
  readonly bond: BondView;
  readonly asked: AskedMoment;
  /** Wall clock. */
  readonly asOf: Instant;
  readonly lines: readonly StatementLine[];
  /** By what the causes of lines name. */
  readonly objects: ReadonlyMap<string, StatementObject>;
}

interface Options {
  readonly view: OfficerView;
  readonly content: StatementContent;
}

/** What it began and ended with. An account begins empty. */
function Ends({ view, content }: Options) {
  const { t, lang } = view;
  const last = content.lines.at(-1)!;
  const none = money(0n, last.held.currency);
  const row = (label: string, of: typeof none) => ({
    key: { text: label },
    value: { html: <MoneyFigure money={of} lang={lang} /> },
  });
  return (
    <govuk.SummaryList
      rows={[
        row(t('statement.full.opening'), none),
        row(t('statement.full.closing'), last.held),
        row(t('statement.full.reserved'), last.reserved),
      ]}
    />
  );
}

function Shown(o: Options) {
  const { view, content } = o;
  const { t, lang } = view;
  const { asked, asOf, lines, objects } = content;
  if (asked.errors.length > 0) return null;
  const csv = `/bonds/${content.bond.bond.id}/statement.csv`;
  return (
    <>
      <p class="govuk-body-l">
        {t(asked.at ? 'statement.full.then' : 'statement.full.now')}{' '}
        <DateTime at={asOf} zone="UTC" lang={lang} />
      </p>
      {lines.length === 0 ? (
        <EmptyState title={t('statement.full.none')}>
          <p class="govuk-body govuk-!-margin-bottom-0">{t('statement.full.noneBody')}</p>
        </EmptyState>
      ) : (
        <>
          <Ends {...o} />
          <FullStatement {...{ view, lines, objects }} zone="UTC" />
          {view.account?.permissions.has('money.export') && (
            <p class="govuk-body">
              <a class="govuk-link" href={addressOf(csv, momentQuery(asked))} download>
                {t('treasury.download')}
              </a>
            </p>
          )}
        </>
      )}
      <p class="govuk-body">{t('statement.full.learned')}</p>
    </>
  );
}

export function StatementPage(o: Options) {
  const { view, content } = o;
  const { t } = view;
  const { bond } = content.bond;
  const title = t('statement.full.title', { reference: bond.reference });
  const { asked } = content;
  return (
    <Page view={view} title={title} errors={asked.errors} back="/bonds" wide>
      <span class="govuk-caption-l">
        <CaseLink view={view} reference={bond.reference} />
      </span>
      <h1 class="govuk-heading-l">{t('statement.title')}</h1>
      <Shown {...o} />
      <h2 class="govuk-heading-m">{t('balances.another')}</h2>
      <MomentForm {...{ view, asked }} action={`/bonds/${bond.id}/statement`} />
    </Page>
  );
}
