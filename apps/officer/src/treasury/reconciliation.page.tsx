import { formatMoment, isZero, money, subtractMoney, type Instant, type Money } from '#kernel';
import {
  expectedOf,
  standsAs,
  unexplainedOf,
  type Reconciled,
  type ReconciliationStanding,
} from '#treasury';
import { Badge, EmptyState, govuk, KeyFacts, MoneyFigure, Page, type Tone } from '#web';
import type { OfficerView } from '../text/index.ts';

const TONES: Readonly<Record<ReconciliationStanding, Tone>> = {
  agrees: 'good',
  differs: 'bad',
  unexplained: 'wait',
  not_known: 'wait',
};

interface Options {
  readonly view: OfficerView;
  readonly reconciled: Reconciled;
  /** Wall clock. */
  readonly now: Instant;
}
type OneOptions = Options & { readonly of: Reconciled['currencies'][number] };

/** The three ways, each with the moment it is of. */
function ThreeWays({ view, reconciled, of }: OneOptions) {
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
function Explained({ view, of }: OneOptions) {
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
      <h3 class="govuk-heading-s">{t('reconciliation.explained')}</h3>
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

function OneCurrency(o: OneOptions) {
  const { view, reconciled, now, of } = o;
  const { t } = view;
  const standing = standsAs(of, reconciled.at, now);
  const todo =
    standing === 'differs'
      ? t('reconciliation.standing.differs.todo', { count: of.lines })
      : t(`reconciliation.standing.${standing}.todo`);
  return (
    <section>
      <h2 class="govuk-heading-m">{t('reconciliation.inCurrency', { currency: of.currency })}</h2>
      <p class="govuk-body">
        <Badge tone={TONES[standing]}>{t(`reconciliation.standing.${standing}.name`)}</Badge>
      </p>
      <p class="govuk-body">{todo}</p>
      <ThreeWays {...o} />
      <Explained {...o} />
    </section>
  );
}

export function ReconciliationPage(o: Options) {
  const { view, reconciled } = o;
  const { t, lang } = view;
  const { comparedAt, currencies } = reconciled;
  return (
    <Page view={view} title={t('reconciliation.title')} back="/treasury" wide>
      <h1 class="govuk-heading-l">{t('reconciliation.title')}</h1>
      <p class="govuk-body">{t('reconciliation.lead')}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/differences">
          {t('reconciliation.queue')}
        </a>
      </p>
      {currencies.length === 0 && (
        <EmptyState title={t('reconciliation.empty')}>
          <p class="govuk-body govuk-!-margin-bottom-0">{t('reconciliation.emptyBody')}</p>
        </EmptyState>
      )}
      {currencies.map((of) => (
        <OneCurrency {...o} of={of} />
      ))}
      {comparedAt && (
        <p class="govuk-body">
          {t('reconciliation.compared', { when: formatMoment(comparedAt, 'UTC', lang) })}
        </p>
      )}
    </Page>
  );
}
