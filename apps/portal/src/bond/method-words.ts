import type { PaymentView } from '#bond-escrow';
import type { PortalView } from '../text/index.ts';

/** By what a bond was paid, in a sentence: card, bank debit, bank transfer. */
export function methodWords(
  { t }: Pick<PortalView, 't'>,
  method: PaymentView['method'] | undefined,
) {
  const key = `tracking.bond.methods.${method ?? 'other'}`;
  return t.has(key) ? t.dynamic(key) : t('tracking.bond.methods.other');
}
