import type { RulingOutcome } from '#breach';
import { formatMoney, type Money } from '#kernel';
import type { OfficerView } from '../text/index.ts';

/** Everything that a ruling causes, in a sentence or two with its amounts. */
export const effectOf = (
  { t, lang }: OfficerView,
  ruling: { readonly outcome: RulingOutcome; readonly refund: Money; readonly forfeit: Money },
): string =>
  t(`breaches.effect.${ruling.outcome}`, {
    refund: formatMoney(ruling.refund, lang),
    forfeit: formatMoney(ruling.forfeit, lang),
  });
