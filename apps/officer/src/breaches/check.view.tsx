import { Form, govuk, Submit, type Answers } from '#web';
import type { OfficerView } from '../text/index.ts';

/** The last look before a step: what was entered and what it causes; nothing has happened yet. */
export function Check(o: {
  readonly view: OfficerView;
  readonly facts: readonly { key: string; value: string }[];
  readonly effects: readonly string[];
  readonly action: string;
  readonly values: Answers;
  readonly button: string;
}) {
  const { view, facts, effects, action, values, button } = o;
  const { t } = view;
  return (
    <>
      <govuk.SummaryList
        rows={facts.map(({ key, value }) => ({
          key: { text: key },
          value: { html: <span class="vb-typed">{value}</span> },
        }))}
      />
      <h2 class="govuk-heading-m">{t('breachForms.effects')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {effects.map((effect) => (
          <li>{effect}</li>
        ))}
      </ul>
      <Form view={view} action={action}>
        {Object.entries(values).map(([name, value]) => (
          <input type="hidden" name={name} value={value ?? ''} />
        ))}
        <div class="govuk-button-group">
          <Submit text={button} name="step" value="confirm" />
          <Submit
            text={t('breachForms.change')}
            name="step"
            value="change"
            classes="govuk-button--secondary"
          />
        </div>
      </Form>
    </>
  );
}
