import { formatMoment, formatMoney, isZero, type Money } from '#kernel';
import type { ChosenTier } from '#programme';
import type { OfficerView } from '../text/index.ts';
import type { DecisionContent } from './deciding.service.ts';

interface Asking {
  readonly view: OfficerView;
  readonly content: DecisionContent;
  readonly tier: ChosenTier;
}

function wordsOf({ view, content, tier }: Asking) {
  const { lang } = view;
  const { deadline, consulate } = content;
  return {
    amount: formatMoney(tier.amount, lang),
    when: formatMoment(deadline, consulate.timeZone, lang),
    city: consulate.city,
  };
}

/** From where to where the case goes. */
export const moveText = ({ t }: OfficerView, content: DecisionContent, to: string): string =>
  t('confirm.from', {
    from: t(`states.case.${content.row.state}`),
    to: t.dynamic(`states.case.${to}`),
  });

/** All that directing this amount makes happen (R6, R8, R9). */
export function directEffects(o: Asking): string[] {
  const { t } = o.view;
  const words = wordsOf(o);
  if (isZero(o.tier.amount)) {
    return [
      t('confirm.direct.notYet'),
      t('confirm.direct.secondWaives'),
      t('confirm.direct.waits'),
      t('confirm.direct.waived'),
      t('confirm.direct.declined'),
    ];
  }
  if (o.tier.needsSecondPerson) {
    return [
      t('confirm.direct.notYet'),
      t('confirm.direct.second', words),
      t('confirm.direct.waits'),
      t('confirm.direct.approved', words),
      t('confirm.direct.declined'),
    ];
  }
  return [
    t('confirm.direct.asked', words),
    t('confirm.direct.lapses', words),
    moveText(o.view, o.content, 'bond_required'),
    t('confirm.direct.correctable'),
  ];
}

/** All that asking this amount instead of another makes happen. */
export function correctEffects(o: Asking & { readonly before: Money }): string[] {
  const { t, lang } = o.view;
  const words = { ...wordsOf(o), before: formatMoney(o.before, lang) };
  if (o.tier.needsSecondPerson) {
    return [
      t('confirm.correct.stays', words),
      t('confirm.direct.second', words),
      t('confirm.correct.approved', words),
      t('confirm.correct.declined', words),
      t('confirm.correct.kept'),
    ];
  }
  return [
    t('confirm.correct.asked', words),
    t('confirm.direct.lapses', words),
    t('confirm.correct.kept'),
  ];
}
