import { revocationReasons, type RevocationReason } from '#refund';
import { ConfirmPage } from '../decisions/confirm.page.tsx';
import { ReasonPage, type ReasonOptions } from '../decisions/reason.page.tsx';
import { revokeEffects } from './effects.ts';

export function RevokePage(o: ReasonOptions) {
  const { t } = o.view;
  return (
    <ReasonPage
      {...o}
      title={t('revocations.propose.title')}
      lead={t('revocations.propose.lead')}
      path="revoke"
      label={t('revocations.reason')}
      choices={revocationReasons.map((value) => ({ value, text: t(`states.revocation.${value}`) }))}
    />
  );
}

/** The reason once more, and all that cancelling the visa will cause. */
export function ConfirmRevokePage({
  view,
  content,
  reason,
}: ReasonOptions & { reason: RevocationReason }) {
  const { t } = view;
  return (
    <ConfirmPage
      {...{ view, content }}
      title={t('revocations.confirm.title')}
      facts={[{ key: t('revocations.reason'), value: t(`states.revocation.${reason}`) }]}
      effects={[
        t('revocations.confirm.second'),
        t('revocations.confirm.then'),
        ...revokeEffects(view, content.bond?.amount ?? null),
      ]}
      action={`/cases/${content.row.reference}/revoke`}
      chosen={{ reason }}
      button={t('confirm.direct.propose')}
    />
  );
}
