import { Page, type FieldError } from '#web';
import type { ComponentChildren } from 'preact';
import type { OfficerView } from '../text/index.ts';
import type { BreachContentOf } from './breach-content.service.ts';

/** One step in a file on one page, with a way back that changes nothing. */
export function StepPage(o: {
  readonly view: OfficerView;
  readonly content: BreachContentOf;
  readonly title: string;
  readonly lead: string;
  readonly errors?: readonly FieldError[];
  readonly children: ComponentChildren;
}) {
  const { view, content, title, lead, errors = [] } = o;
  const { file } = content.breach;
  const back = { href: `/breaches/${file.id}`, text: view.t('breachForms.cancel') };
  return (
    <Page view={view} title={title} back={back} errors={errors} wide>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <span class="govuk-caption-l">{file.reference}</span>
          <h1 class="govuk-heading-l">{title}</h1>
          <p class="govuk-body">{lead}</p>
          {o.children}
        </div>
      </div>
    </Page>
  );
}
