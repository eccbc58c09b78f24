import { DateTime } from '#web';
import { DEFAULT_TIER, type ChosenTier } from '#programme';
import { AskedAmount } from '../shared/asked-amount.view.tsx';
import { tierReasonText } from '../shared/codes.ts';
import type { OfficerView } from '../text/index.ts';
import { ConfirmPage } from './confirm.page.tsx';
import type { DecisionContent } from './deciding.service.ts';
import { directEffects } from './effects.ts';

export interface ConfirmDirectOptions {
  readonly view: OfficerView;
  readonly content: DecisionContent;
  readonly tier: ChosenTier;
}

/** The amount once more, and all that directing it will cause. */
export function ConfirmDirect({ view, content, tier }: ConfirmDirectOptions) {
  const { t, lang } = view;
  const { deadline, consulate, row } = content;
  const waits = tier.needsSecondPerson;
  const reason = tier.reasonCode === DEFAULT_TIER ? '' : tier.reasonCode;
  return (
    <ConfirmPage
      {...{ view, content }}
      title={t('confirm.direct.title')}
      facts={[
        {
          key: t('confirm.direct.amount'),
          value: <AskedAmount view={view} amount={tier.amount} />,
        },
        { key: t('confirm.direct.reason'), value: tierReasonText(view, tier.reasonCode) },
        ...(waits
          ? []
          : [
              {
                key: t('confirm.direct.deadline'),
                value: <DateTime at={deadline} zone={consulate.timeZone} lang={lang} />,
              },
            ]),
      ]}
      effects={directEffects({ view, content, tier })}
      action={`/cases/${row.reference}/direct`}
      chosen={{ tier: `${tier.amount.minor}`, reason }}
      button={t(waits ? 'confirm.direct.propose' : 'confirm.direct.button')}
    />
  );
}
