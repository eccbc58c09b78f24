import { formatMoney, isZero, type Money } from '#kernel';
import { MoneyFigure } from '#web';
import type { OfficerView } from '../text/index.ts';

/** The amount that a direction asks; in words where the bond is waived. */
export const askedText = ({ t, lang }: OfficerView, amount: Money): string =>
  isZero(amount) ? t('decide.direct.noBond') : formatMoney(amount, lang);

export const AskedAmount = ({ view, amount }: { view: OfficerView; amount: Money }) =>
  isZero(amount) ? (
    <>{view.t('decide.direct.noBond')}</>
  ) : (
    <MoneyFigure money={amount} lang={view.lang} />
  );
