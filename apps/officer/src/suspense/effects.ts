import type { SuspenseRow } from '#bond-escrow';
import { formatDay, formatMoney, isZero, money, type Money, type PlainDate } from '#kernel';
import type { OfficerView } from '../text/index.ts';
import type { SuspenseContent } from './suspense-contents.service.ts';

/** All that counting it towards a bond makes happen. */
export const matchEffects = (
  { t, lang }: OfficerView,
  { amount, rest, reference }: { amount: Money; rest: Money; reference: string },
): string[] => [
  t('suspenseSteps.effects.counts', { amount: formatMoney(amount, lang), reference }),
  t('suspenseSteps.effects.goesOn'),
  isZero(rest)
    ? t('suspenseSteps.effects.noRest')
    : t('suspenseSteps.effects.rest', { rest: formatMoney(rest, lang) }),
  t('suspenseSteps.effects.pages'),
  t('suspenseSteps.effects.payerTold', { reference }),
  t('suspenseSteps.effects.goesBackBy'),
];

/** All that returning it makes happen. */
export const returnEffects = (
  { t, lang }: OfficerView,
  item: SuspenseRow,
  { amount, promisedBy }: { amount: Money; promisedBy: PlainDate },
): string[] => [
  t('suspenseSteps.effects.back', {
    amount: formatMoney(amount, lang),
    payment: item.processorPaymentId ?? '',
  }),
  t('suspenseSteps.effects.arrives', { day: formatDay(promisedBy, lang) }),
  item.reference
    ? t('suspenseSteps.effects.told', { reference: item.reference })
    : t('suspenseSteps.effects.nobodyTold'),
  t('suspenseSteps.effects.fails'),
];

/** All that keeping it makes happen. */
export const keepEffects = (
  { t, lang }: OfficerView,
  { amount, until }: { amount: Money; until: PlainDate },
): string[] => [
  t('suspenseSteps.effects.stays', { amount: formatMoney(amount, lang) }),
  t('suspenseSteps.effects.until', { day: formatDay(until, lang) }),
  t('suspenseSteps.effects.keepAlone'),
];

/** What the second person's word makes happen, of the proposal that waits for it. */
export function openEffects(view: OfficerView, content: SuspenseContent): string[] {
  const { open, item, free, promisedBy } = content;
  if (!open) return [];
  const amount = money(open.amountMinor, open.currency);
  if (open.kind === 'return') return returnEffects(view, item, { amount, promisedBy });
  const rest = money(free.minor - open.amountMinor, open.currency);
  return matchEffects(view, { amount, rest, reference: open.reference ?? '' });
}
