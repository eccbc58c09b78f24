import type { Money } from '#kernel';
import { returnEffects } from './effects.ts';
import { ConfirmStep, type StepProps } from './step.page.tsx';

/** All that returning it will cause. */
export function ConfirmReturnPage(o: StepProps & { readonly amount: Money }) {
  const { view, content, amount } = o;
  const { t } = view;
  const { item, promisedBy } = content;
  return (
    <ConfirmStep
      {...{ view, content }}
      title={t('suspenseSteps.return.title')}
      facts={[]}
      effects={[
        t('suspenseSteps.effects.second'),
        ...returnEffects(view, item, { amount, promisedBy }),
      ]}
      action={`/suspense/${item.receivedPaymentId}/return`}
      chosen={{ amountMinor: `${amount.minor}` }}
      button={t('suspenseSteps.return.propose')}
    />
  );
}
