import { formatDay, isZero, type Money } from '#kernel';
import { bankExpectedOf, bankStandsAs, bankUnexplainedOf, type BankStanding } from '#treasury';
import { Badge, govuk, MoneyFigure, type Tone } from '#web';
import type { OneOptions } from './reconciliation-page.ts';

const TONES: Readonly<Record<BankStanding, Tone>> = {
  agrees: 'good',
  differs: 'bad',
  unexplained: 'wait',
  old: 'wait',
  none: 'info',
};

/** From what is booked to the closing balance, step by step; what is nothing is left out. */
function Explained({ view, bank }: OneOptions) {
  const { t, lang } = view;
  if (!bank?.told || !bank.coveredTo) return null;
  const row = (label: string, figure: Money, isStrong = false) => {
    const shown = <MoneyFigure money={figure} lang={lang} />;
    return { key: { text: label }, value: { html: isStrong ? <strong>{shown}</strong> : shown } };
  };
  const unexplained = bankUnexplainedOf(bank);
  const day = formatDay(bank.coveredTo, lang);
  return (
    <govuk.SummaryList
      rows={[
        row(t('reconciliation.booked'), bank.booked),
        !isZero(bank.before) && row(t('reconciliation.bank.before'), bank.before),
        !isZero(bank.underWay) && row(t('reconciliation.bank.underWay'), bank.underWay),
        bank.lines > 0 && row(t('reconciliation.differences'), bank.differences),
        row(t('reconciliation.bank.expected'), bankExpectedOf(bank), true),
        row(t('reconciliation.bank.told', { day }), bank.told, true),
        unexplained &&
          !isZero(unexplained) &&
          row(t('reconciliation.unexplained'), unexplained, true),
      ]}
    />
  );
}

/** Our account at the bank: what its statements say against what the books have. */
export function AtTheBank(o: OneOptions) {
  const { view, bank, today } = o;
  const { t } = view;
  const standing = bank ? bankStandsAs(bank, today) : 'none';
  const todo =
    standing === 'differs'
      ? t('reconciliation.standing.differs.todo', { count: bank!.lines })
      : t(`reconciliation.bank.standing.${standing}.todo`);
  return (
    <>
      <h3 class="govuk-heading-s">{t('reconciliation.bank.title')}</h3>
      <p class="govuk-body">
        <Badge tone={TONES[standing]}>{t(`reconciliation.bank.standing.${standing}.name`)}</Badge>
      </p>
      <p class="govuk-body">
        {todo}
        {(standing === 'none' || standing === 'old') && (
          <>
            {' '}
            <a class="govuk-link" href="/reconciliation/statements">
              {t('reconciliation.bank.upload')}
            </a>
          </>
        )}
      </p>
      <Explained {...o} />
    </>
  );
}
