import { freezeReasons, type FreezeReason } from '#refund';
import { fieldErrors, Form, RadioField, Submit, type Answers, type FieldError } from '#web';
import { ConfirmPage } from '../decisions/confirm.page.tsx';
import type { DecisionContent } from '../decisions/deciding.service.ts';
import { DecisionPage } from '../decisions/decision.page.tsx';
import type { OfficerView } from '../text/index.ts';

interface Props {
  readonly view: OfficerView;
  readonly content: DecisionContent;
}

export function FreezePage({
  view,
  content,
  values = {},
  errors = [],
}: Props & { readonly values?: Answers; readonly errors?: readonly FieldError[] }) {
  const { t } = view;
  const words = { title: t('freezes.place.title'), lead: t('freezes.place.lead') };
  return (
    <DecisionPage {...{ view, content, errors, ...words }}>
      <Form view={view} action={`/cases/${content.row.reference}/freeze`}>
        <RadioField
          {...{ view, values, errors: fieldErrors(view, errors) }}
          name="reason"
          label={t('freezes.place.reason')}
          choices={freezeReasons.map((code) => ({ value: code, text: t(`states.freeze.${code}`) }))}
        />
        <Submit text={t('confirm.next')} />
      </Form>
    </DecisionPage>
  );
}

/** The reason once more, and all that the freeze will cause. */
export function ConfirmFreezePage({ view, content, reason }: Props & { reason: FreezeReason }) {
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
