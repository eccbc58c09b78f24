import { refusalOf, refusalReasons, type RefusalReason } from '#application';
import { formatMoney } from '#kernel';
import type { OfficerView } from '../text/index.ts';
import { ConfirmPage } from './confirm.page.tsx';
import type { DecisionContent } from './deciding.service.ts';
import { moveText } from './effects.ts';
import { ReasonPage, type ReasonOptions } from './reason.page.tsx';

export function RefusePage(o: ReasonOptions) {
  const { t } = o.view;
  return (
    <ReasonPage
      {...o}
      title={t('decide.refuse.title')}
      lead={moneyText(o.view, o.content)}
      path="refuse"
      label={t('decide.refuse.reason')}
      choices={refusalReasons.map((value) => ({ value, text: t(`states.refusal.${value}`) }))}
    />
  );
}

/** What becomes of the money (R15d). */
const moneyText = ({ t, lang }: OfficerView, { row, bond }: DecisionContent): string =>
  bond && refusalOf(row.state) === 'refused_after_posting'
    ? t('decide.refuse.bondBack', { amount: formatMoney(bond.amount, lang) })
    : t('decide.refuse.lead');

/** The reason once more, and all that refusing will cause. */
export function ConfirmRefusalPage(o: {
  view: OfficerView;
  content: DecisionContent;
  reason: RefusalReason;
}) {
  const { view, content, reason } = o;
  const { t } = view;
  return (
    <ConfirmPage
      {...{ view, content }}
      title={t('confirm.refuse.title')}
      facts={[{ key: t('decide.refuse.reason'), value: t(`states.refusal.${reason}`) }]}
      effects={[
        t('confirm.refuse.told'),
        moveText(view, content, refusalOf(content.row.state)),
        moneyText(view, content),
        t('confirm.refuse.passport'),
        t('confirm.final'),
      ]}
      action={`/cases/${content.row.reference}/refuse`}
      chosen={{ reason }}
      button={t('confirm.refuse.button')}
      isWarning
    />
  );
}
