import { formatMoment, isZero, money, subtractMoney, type Instant, type Money } from '#kernel';
import { expectedOf, standsAs, unexplainedOf, type ReconciliationStanding } from '#treasury';
import { Badge, EmptyState, govuk, KeyFacts, MoneyFigure, Page, type Tone } from '#web';
import { AllSides } from './all-sides.view.tsx';
import { AtTheBank } from './bank-reconciliation.view.tsx';
import type { OneOptions, ReconciliationPageOptions } from './reconciliation-page.ts';

const TONES: Readonly<Record<ReconciliationStanding, Tone>> = {
  agrees: 'good',
  differs: 'bad',
  unexplained: 'wait',
  not_known: 'wait',
};

/** What the processor has of it. */
type ProcessorOptions = OneOptions & { readonly of: NonNullable<OneOptions['of']> };

/** The three ways, each with the moment it is of. */
function ThreeWays({ view, reconciled, of }: ProcessorOptions) {
  const { t, lang } = view;
  const { at } = reconciled;
  const fact = (label: string, figure: Money | null, read: Instant | null) => ({
    label,
    value: figure && read ? <MoneyFigure money={figure} lang={lang} /> : t('reconciliation.never'),
    note: read && t('reconciliation.asOf', { when: formatMoment(read, 'UTC', lang) }),
  });
  return (
    <KeyFacts
      facts={[
        fact(t('reconciliation.byBooks'), subtractMoney(of.booked, of.payersCash), at.books),
        fact(t('reconciliation.byList'), of.moved, at.list),
        fact(t('reconciliation.byBalance'), of.told, at.balance),
      ]}
    />
  );
}

/** From what is booked to what should be listed, step by step; what is nothing is left out. */
function Explained({ view, of }: ProcessorOptions) {
  const { t, lang } = view;
  const row = (label: string, figure: Money, isStrong = false) => ({
    key: { text: label },
    value: {
      html: isStrong ? (
        <strong>
          <MoneyFigure money={figure} lang={lang} />
        </strong>
      ) : (
        <MoneyFigure money={figure} lang={lang} />
      ),
    },
  });
  const none = money(0n, of.currency);
  const unexplained = unexplainedOf(of);
  return (
    <>
      <h4 class="govuk-heading-s">{t('reconciliation.explained')}</h4>
      <govuk.SummaryList
        rows={[
          row(t('reconciliation.booked'), of.booked),
          !isZero(of.payersCash) &&
            row(t('reconciliation.payersCash'), subtractMoney(none, of.payersCash)),
          !isZero(of.underWay) && row(t('reconciliation.underWay'), of.underWay),
          of.lines > 0 && row(t('reconciliation.differences'), of.differences),
          row(t('reconciliation.expected'), expectedOf(of), true),
          row(t('reconciliation.listed'), of.moved, true),
          !isZero(unexplained) && row(t('reconciliation.unexplained'), unexplained, true),
        ]}
      />
    </>
  );
}

function AtTheProcessor(o: ProcessorOptions) {
  const { view, reconciled, now, of } = o;
  const { t } = view;
  const standing = standsAs(of, reconciled.at, now);
  const todo =
    standing === 'differs'
      ? t('reconciliation.standing.differs.todo', { count: of.lines })
      : t(`reconciliation.standing.${standing}.todo`);
  return (
    <>
      <h3 class="govuk-heading-s">{t('reconciliation.atProcessor')}</h3>
      <p class="govuk-body">
        <Badge tone={TONES[standing]}>{t(`reconciliation.standing.${standing}.name`)}</Badge>
      </p>
      <p class="govuk-body">{todo}</p>
      <ThreeWays {...o} />
      <Explained {...o} />
    </>
  );
}

function OneCurrency(o: OneOptions) {
  const { view, currency, of } = o;
  return (
    <section>
      <h2 class="govuk-heading-m">{view.t('reconciliation.inCurrency', { currency })}</h2>
      <AllSides {...o} />
      {of && <AtTheProcessor {...o} of={of} />}
      <AtTheBank {...o} />
    </section>
  );
}

export function ReconciliationPage(o: ReconciliationPageOptions) {
  const { view, reconciled, bank } = o;
  const { t, lang } = view;
  const { comparedAt } = reconciled;
  const currencies = [
    ...new Set([...reconciled.currencies, ...bank].map(({ currency }) => currency)),
  ].sort();
  return (
    <Page view={view} title={t('reconciliation.title')} back="/treasury" wide>
      <h1 class="govuk-heading-l">{t('reconciliation.title')}</h1>
      <p class="govuk-body">{t('reconciliation.lead')}</p>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href="/differences">
            {t('reconciliation.queue')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href="/reconciliation/statements">
            {t('reconciliation.bank.statements')}
          </a>
        </li>
      </ul>
      {currencies.length === 0 && (
        <EmptyState title={t('reconciliation.empty')}>
          <p class="govuk-body govuk-!-margin-bottom-0">{t('reconciliation.emptyBody')}</p>
        </EmptyState>
      )}
      {currencies.map((currency) => (
        <OneCurrency
          {...{ ...o, currency }}
          of={reconciled.currencies.find((c) => c.currency === currency) ?? null}
          bank={bank.find((b) => b.currency === currency) ?? null}
        />
      ))}
      {comparedAt && (
        <p class="govuk-body">
          {t('reconciliation.compared', { when: formatMoment(comparedAt, 'UTC', lang) })}
        </p>
      )}
    </Page>
  );
}
