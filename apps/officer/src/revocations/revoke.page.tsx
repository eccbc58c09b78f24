import { revocationReasons, type RevocationReason } from '#refund';
import { fieldErrors, Form, RadioField, Submit, type Answers, type FieldError } from '#web';
import { ConfirmPage } from '../decisions/confirm.page.tsx';
import type { DecisionContent } from '../decisions/deciding.service.ts';
import { DecisionPage } from '../decisions/decision.page.tsx';
import type { OfficerView } from '../text/index.ts';
import { revokeEffects } from './effects.ts';

interface Props {
  readonly view: OfficerView;
  readonly content: DecisionContent;
}

export function RevokePage({
  view,
  content,
  values = {},
  errors = [],
}: Props & { readonly values?: Answers; readonly errors?: readonly FieldError[] }) {
  const { t } = view;
  const words = { title: t('revocations.propose.title'), lead: t('revocations.propose.lead') };
  return (
    <DecisionPage {...{ view, content, errors, ...words }}>
      <Form view={view} action={`/cases/${content.row.reference}/revoke`}>
        <RadioField
          {...{ view, values, errors: fieldErrors(view, errors) }}
          name="reason"
          label={t('revocations.reason')}
          choices={revocationReasons.map((code) => ({
            value: code,
            text: t(`states.revocation.${code}`),
          }))}
        />
        <Submit text={t('confirm.next')} />
      </Form>
    </DecisionPage>
  );
}

/** The reason once more, and all that cancelling the visa will cause. */
export function ConfirmRevokePage({ view, content, reason }: Props & { reason: RevocationReason }) {
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
