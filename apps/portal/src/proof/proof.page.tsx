import type { DaySeal } from '#audit';
import { formatMoney, isoDay, isZero, type Money } from '#kernel';
import { compare, sidesOf, type BooksLine, type BooksSides, type ToldBooks } from '#ledger';
import { Badge, DataTable, DateTime, Day, EmptyState, MoneyFigure, Page } from '#web';
import type { PortalView } from '../text/index.ts';

export interface ProofPageOptions {
  readonly view: PortalView;
  /** Null until something has been told. */
  readonly told: ToldBooks | null;
  /** The newest first. */
  readonly seals: readonly DaySeal[];
}

interface SideOptions {
  readonly view: PortalView;
  readonly caption: string;
  readonly lines: readonly BooksLine[];
  readonly total: Money;
}

function Side({ view: { t, lang }, caption, lines, total }: SideOptions) {
  const shown = lines.filter(({ amount }) => !isZero(amount));
  return (
    <DataTable
      lang={lang}
      caption={caption}
      rows={[...shown.map((l) => ({ ...l, name: t(`proof.names.${l.account}`) })), total]}
      columns={[
        {
          label: t('proof.what'),
          cell: (l) => ('name' in l ? l.name : <strong>{t('proof.total')}</strong>),
        },
        {
          label: t('proof.amount'),
          numeric: true,
          cell: (l) => <MoneyFigure money={'name' in l ? l.amount : l} lang={lang} />,
        },
      ]}
    />
  );
}

/** Why what is owed is not all there; the operator owes the rest. */
function Difference({ view: { t, lang }, sides }: { view: PortalView; sides: BooksSides }) {
  if (isZero(sides.difference)) return <p class="govuk-body">{t('proof.noDifference')}</p>;
  const amount = formatMoney(sides.difference, lang);
  const partOf = (line: BooksLine) => ({
    name: t(`proof.names.${line.account}`),
    amount: formatMoney(line.amount, lang),
  });
  return (
    <>
      <p class="govuk-body">{t('proof.difference', { amount })}</p>
      <ul class="govuk-list govuk-list--bullet">
        {sides.gone
          .filter((line) => !isZero(line.amount))
          .map((line) => (
            <li>{t('proof.part', partOf(line))}</li>
          ))}
      </ul>
    </>
  );
}

function Currency({ view, sides }: { view: PortalView; sides: BooksSides }) {
  const { t } = view;
  const of = { currency: sides.currency };
  return (
    <>
      <Side
        {...{ view, lines: sides.owed, total: sides.totalOwed }}
        caption={t('proof.owed', of)}
      />
      <Side
        {...{ view, lines: sides.there, total: sides.totalThere }}
        caption={t('proof.there', of)}
      />
      <Difference view={view} sides={sides} />
    </>
  );
}

function Checked({ view: { t, lang }, told }: { view: PortalView; told: ToldBooks }) {
  const agrees = told.violations === 0 && compare(told.balances, told.owed).every((c) => c.agrees);
  return (
    <p class="govuk-body">
      {t('proof.asOf')} <DateTime at={told.asOf} zone="UTC" lang={lang} />.{' '}
      <Badge tone={agrees ? 'good' : 'bad'}>{t(agrees ? 'proof.agrees' : 'proof.differs')}</Badge>
    </p>
  );
}

function MoneyPart({ view, told }: ProofPageOptions) {
  const { t } = view;
  return (
    <section>
      <h2 class="govuk-heading-m">{t('proof.money')}</h2>
      <p class="govuk-body">{t('proof.moneyLead')}</p>
      {told ? <Checked view={view} told={told} /> : <EmptyState title={t('proof.nothing')} />}
      {told && sidesOf(told.balances).map((sides) => <Currency view={view} sides={sides} />)}
    </section>
  );
}

function Seals({ view: { t, lang }, seals }: ProofPageOptions) {
  return (
    <DataTable
      lang={lang}
      caption={t('proof.sealsCaption')}
      rows={seals}
      empty={
        <EmptyState title={t('proof.noSeals')}>
          <p class="govuk-body govuk-!-margin-bottom-0">{t('proof.firstSeal')}</p>
        </EmptyState>
      }
      columns={[
        {
          label: t('proof.day'),
          cell: ({ day }) => (
            <a class="govuk-link" href={`/proof/days/${isoDay(day)}`}>
              <Day day={day} lang={lang} />
            </a>
          ),
        },
        {
          label: t('proof.records'),
          numeric: true,
          cell: ({ leaves }) => numbers[lang].format(leaves),
        },
        { label: t('proof.seal'), cell: ({ seal }) => <code class="vb-code">{seal}</code> },
      ]}
    />
  );
}

const numbers = { en: new Intl.NumberFormat('en'), fr: new Intl.NumberFormat('fr') };

const COMMAND = 'node verify-seals.mjs .';

function RecordsPart(o: ProofPageOptions) {
  const { t } = o.view;
  return (
    <section class="govuk-!-margin-top-8">
      <h2 class="govuk-heading-m">{t('proof.recordsTitle')}</h2>
      <p class="govuk-body">{t('proof.recordsLead')}</p>
      <Seals {...o} />
      <h3 class="govuk-heading-s">{t('proof.yourself')}</h3>
      <ol class="govuk-list govuk-list--number govuk-list--spaced">
        <li>{t('proof.keep')}</li>
        <li>
          <a class="govuk-link" href={o.view.asset('verify-seals.mjs')} download="verify-seals.mjs">
            {t('proof.program')}
          </a>
          {t('proof.programNeeds')}
        </li>
        <li>
          {t('proof.run')} <code class="vb-code">{COMMAND}</code>
        </li>
      </ol>
    </section>
  );
}

export function ProofPage(o: ProofPageOptions) {
  const { t } = o.view;
  return (
    <Page view={o.view} title={t('proof.title')}>
      <h1 class="govuk-heading-l">{t('proof.title')}</h1>
      <p class="govuk-body-l">{t('proof.lead')}</p>
      <MoneyPart {...o} />
      <RecordsPart {...o} />
    </Page>
  );
}
