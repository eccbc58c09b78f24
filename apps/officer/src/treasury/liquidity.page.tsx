import { formatMoney, type Instant } from '#kernel';
import {
  DAYS_AHEAD,
  missingOf,
  standingOf,
  type Liquidity,
  type LiquidityStanding,
} from '#treasury';
import { Badge, DateTime, EmptyState, govuk, MoneyFigure, Page, type Tone } from '#web';
import type { VNode } from 'preact';
import type { OfficerView } from '../text/index.ts';

const TONES: Readonly<Record<LiquidityStanding, Tone>> = {
  enough: 'good',
  short: 'bad',
  short_soon: 'wait',
  not_known: 'wait',
};

interface Options {
  readonly view: OfficerView;
  readonly all: readonly Liquidity[];
  /** Wall clock. */
  readonly now: Instant;
}

/** The figures in the order in which they are set against each other. */
function figuresOf({ t, lang }: OfficerView, { told, due, soon }: Liquidity) {
  const row = (label: string, html: VNode) => ({ key: { text: label }, value: { html } });
  const figure = (label: string, money: Liquidity['due']) =>
    row(label, <MoneyFigure money={money} lang={lang} />);
  return [
    ...(told
      ? [
          figure(t('liquidity.available'), told.available),
          figure(t('liquidity.pending'), told.pending),
          row(t('liquidity.told'), <DateTime at={told.at} zone="UTC" lang={lang} />),
        ]
      : []),
    figure(t('liquidity.due'), due),
    figure(t('liquidity.soon', { days: DAYS_AHEAD }), soon),
  ];
}

function OneCurrency({ view, of, now }: Omit<Options, 'all'> & { of: Liquidity }) {
  const { t, lang } = view;
  const standing = standingOf(of, now);
  const missing = missingOf(of, now);
  return (
    <section>
      <h2 class="govuk-heading-m">{t('liquidity.inCurrency', { currency: of.due.currency })}</h2>
      <p class="govuk-body">
        <Badge tone={TONES[standing]}>{t(`liquidity.standing.${standing}.name`)}</Badge>
      </p>
      <p class="govuk-body">
        {t(`liquidity.standing.${standing}.todo`, {
          amount: missing ? formatMoney(missing, lang) : '',
          days: DAYS_AHEAD,
        })}
      </p>
      <govuk.SummaryList rows={figuresOf(view, of)} />
    </section>
  );
}

export function LiquidityPage({ view, all, now }: Options) {
  const { t } = view;
  return (
    <Page view={view} title={t('liquidity.title')} back="/treasury">
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{t('liquidity.title')}</h1>
          <p class="govuk-body">{t('liquidity.lead')}</p>
          {all.length === 0 && (
            <EmptyState title={t('liquidity.empty')}>
              <p class="govuk-body govuk-!-margin-bottom-0">{t('liquidity.emptyBody')}</p>
            </EmptyState>
          )}
          {all.map((of) => (
            <OneCurrency {...{ view, of, now }} />
          ))}
        </div>
      </div>
    </Page>
  );
}
