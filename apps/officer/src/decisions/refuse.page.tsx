import { refusalOf, refusalReasons, type RefusalReason } from '#application';
import { formatMoney } from '#kernel';
import { fieldErrors, Form, RadioField, Submit, type Answers, type FieldError } from '#web';
import type { OfficerView } from '../text/index.ts';
import { ConfirmPage } from './confirm.page.tsx';
import type { DecisionContent } from './deciding.service.ts';
import { DecisionPage } from './decision.page.tsx';
import { moveText } from './effects.ts';

export interface RefusePageOptions {
  readonly view: OfficerView;
  readonly content: DecisionContent;
  readonly values?: Answers;
  readonly errors?: readonly FieldError[];
}

export function RefusePage({ view, content, values = {}, errors = [] }: RefusePageOptions) {
  const { t } = view;
  const words = { title: t('decide.refuse.title'), lead: moneyText(view, content) };
  return (
    <DecisionPage {...{ view, content, errors, ...words }}>
      <Form view={view} action={`/cases/${content.row.reference}/refuse`}>
        <RadioField
          {...{ view, values, errors: fieldErrors(view, errors) }}
          name="reason"
          label={t('decide.refuse.reason')}
          choices={refusalReasons.map((code) => ({
            value: code,
            text: t(`states.refusal.${code}`),
          }))}
        />
        <Submit text={t('confirm.next')} />
      </Form>
    </DecisionPage>
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
