import { Form, govuk, Submit } from '#web';
import type { ComponentChildren } from 'preact';
import type { OfficerView } from '../text/index.ts';
import type { DecisionContent } from './deciding.service.ts';
import { DecisionPage } from './decision.page.tsx';

export interface DecidedFact {
  readonly key: string;
  readonly value: ComponentChildren;
}

export interface ConfirmPageOptions {
  readonly view: OfficerView;
  readonly content: DecisionContent;
  readonly title: string;
  /** What was chosen. */
  readonly facts: readonly DecidedFact[];
  /** Everything that pressing the button makes happen, one sentence each. */
  readonly effects: readonly ComponentChildren[];
  readonly action: string;
  /** The choice, sent again with the confirmation. */
  readonly chosen: Readonly<Record<string, string>>;
  readonly button: string;
  readonly isWarning?: boolean;
  /** Whether there is a choice to go back to. */
  readonly canChange?: boolean;
}

/** The last look: what was chosen and what it will cause. Nothing has happened yet. */
export function ConfirmPage(o: ConfirmPageOptions) {
  const { view, content, title, facts, effects } = o;
  const { t } = view;
  return (
    <DecisionPage {...{ view, content, title }} lead={t('confirm.lead')}>
      <govuk.SummaryList
        rows={facts.map(({ key, value }) => ({
          key: { text: key },
          value: { html: <>{value}</> },
        }))}
      />
      <h2 class="govuk-heading-m">{t('confirm.effects')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {effects.map((effect) => (
          <li>{effect}</li>
        ))}
      </ul>
      <Form view={view} action={o.action}>
        {Object.entries(o.chosen).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div class="govuk-button-group">
          <Submit
            text={o.button}
            name="step"
            value="confirm"
            {...(o.isWarning && { classes: 'govuk-button--warning' })}
          />
          {o.canChange !== false && (
            <Submit
              text={t('confirm.change')}
              name="step"
              value="change"
              classes="govuk-button--secondary"
            />
          )}
          <a class="govuk-link" href={`/cases/${content.row.reference}`}>
            {t('confirm.nothing')}
          </a>
        </div>
      </Form>
    </DecisionPage>
  );
}
