import { formatMoney, type Money } from '#kernel';
import type { OfficerView } from '../text/index.ts';

/** All that cancelling a visa makes happen once a second person agrees (R15d). */
export const revokeEffects = ({ t, lang }: OfficerView, held: Money | null): string[] => [
  t('revocations.effects.told'),
  t('revocations.effects.closed'),
  held
    ? t('revocations.effects.bond', { amount: formatMoney(held, lang) })
    : t('confirm.visa.noBond'),
  t('confirm.refuse.passport'),
];
