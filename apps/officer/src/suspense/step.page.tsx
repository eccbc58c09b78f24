import { formatMoney } from '#kernel';
import { Form, govuk, Page, Submit, type FieldError } from '#web';
import type { ComponentChildren } from 'preact';
import type { OfficerView } from '../text/index.ts';
import type { SuspenseContent } from './suspense-contents.service.ts';

export interface StepProps {
  readonly view: OfficerView;
  readonly content: SuspenseContent;
}

/** A page about one sum, with the way back to it. */
export function StepPage(
  o: StepProps & {
    readonly title: string;
    readonly lead?: string;
    readonly errors?: readonly FieldError[];
    readonly children: ComponentChildren;
  },
) {
  const { view, content, title, lead, errors = [] } = o;
  const { t, lang } = view;
  const href = `/suspense/${content.item.receivedPaymentId}`;
  return (
    <Page view={view} title={title} back={href} errors={errors} wide>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <span class="govuk-caption-l">
            {t('suspenseSteps.one.title', { amount: formatMoney(content.item.held, lang) })}
          </span>
          <h1 class="govuk-heading-l">{title}</h1>
          {lead && <p class="govuk-body">{lead}</p>}
          {o.children}
        </div>
      </div>
    </Page>
  );
}

/** The last look: what was chosen and all that it will cause. Nothing has happened yet. */
export function ConfirmStep(
  o: StepProps & {
    readonly title: string;
    readonly facts: readonly { readonly key: string; readonly value: string }[];
    readonly effects: readonly string[];
    readonly action: string;
    /** The choice, sent again with the confirmation. */
    readonly chosen: Readonly<Record<string, string>>;
    readonly button: string;
    /** Whether there is a choice to go back to. */
    readonly canChange?: boolean;
  },
) {
  const { view, content, title, facts, effects, chosen } = o;
  const { t } = view;
  return (
    <StepPage {...{ view, content, title }} lead={t('confirm.lead')}>
      {facts.length > 0 && (
        <govuk.SummaryList
          rows={facts.map(({ key, value }) => ({ key: { text: key }, value: { text: value } }))}
        />
      )}
      <h2 class="govuk-heading-m">{t('confirm.effects')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {effects.map((effect) => (
          <li>{effect}</li>
        ))}
      </ul>
      <Form view={view} action={o.action}>
        {Object.entries(chosen).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div class="govuk-button-group">
          <Submit text={o.button} name="step" value="confirm" />
          {o.canChange && (
            <Submit
              text={t('confirm.change')}
              name="step"
              value="change"
              classes="govuk-button--secondary"
            />
          )}
          <a class="govuk-link" href={`/suspense/${content.item.receivedPaymentId}`}>
            {t('suspenseSteps.nothing')}
          </a>
        </div>
      </Form>
    </StepPage>
  );
}
