import { sendBackReasons } from '#departure';
import { fieldErrors, Form, SelectField, Submit, type FieldError } from '#web';
import type { OfficerView } from '../text/index.ts';

/** The second person: what the decision will cause, and the way back. */
export function AnswerPanel(o: {
  readonly view: OfficerView;
  readonly errors?: readonly FieldError[] | undefined;
  /** The page itself. */
  readonly path: string;
  readonly proposal: 'accept' | 'refuse';
  readonly effect: string;
}) {
  const { view, path, errors = [] } = o;
  const { t } = view;
  const confirm = t(`checked.confirm.${o.proposal}`);
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-one-half">
        <h2 class="govuk-heading-m">{confirm}</h2>
        <p class="govuk-body">{o.effect}</p>
        <Form view={view} action={`${path}/confirm`}>
          <Submit text={confirm} />
        </Form>
      </div>
      <div class="govuk-grid-column-one-half">
        <h2 class="govuk-heading-m">{t('checked.sendBack')}</h2>
        <p class="govuk-body">{t('checked.sendBackEffect')}</p>
        <Form view={view} action={`${path}/send-back`}>
          <SelectField
            {...{ view, values: {}, errors: fieldErrors(view, errors) }}
            name="reason"
            label={t('checked.sendBackReason')}
            empty={t('checked.chooseReason')}
            choices={sendBackReasons.map((value) => ({
              value,
              text: t(`states.sendBack.${value}`),
            }))}
          />
          <Submit text={t('checked.sendBack')} classes="govuk-button--secondary" />
        </Form>
      </div>
    </div>
  );
}
