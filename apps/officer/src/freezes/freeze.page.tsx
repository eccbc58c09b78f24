import { freezeReasons, type FreezeReason } from '#refund';
import { ConfirmPage } from '../decisions/confirm.page.tsx';
import { ReasonPage, type ReasonOptions } from '../decisions/reason.page.tsx';

export function FreezePage(o: ReasonOptions) {
  const { t } = o.view;
  return (
    <ReasonPage
      {...o}
      title={t('freezes.place.title')}
      lead={t('freezes.place.lead')}
      path="freeze"
      label={t('freezes.place.reason')}
      choices={freezeReasons.map((value) => ({ value, text: t(`states.freeze.${value}`) }))}
    />
  );
}

/** The reason once more, and all that the freeze will cause. */
export function ConfirmFreezePage({
  view,
  content,
  reason,
}: ReasonOptions & { reason: FreezeReason }) {
  const { t } = view;
  const about = reason === 'sanctions_match' ? [t('freezes.confirm.sanctions')] : [];
  return (
    <ConfirmPage
      {...{ view, content }}
      title={t('freezes.confirm.title')}
      facts={[{ key: t('freezes.reason'), value: t(`states.freeze.${reason}`) }]}
      effects={[
        ...[t('freezes.confirm.now'), t('freezes.confirm.visa'), t('freezes.confirm.money')],
        ...[t('freezes.confirm.law'), ...about],
        ...[t('freezes.confirm.lift'), t('freezes.confirm.quiet')],
      ]}
      action={`/cases/${content.row.reference}/freeze`}
      chosen={{ reason }}
      button={t('freezes.confirm.button')}
    />
  );
}
