import { fieldErrors, Form, RadioField, Submit, type Answers, type FieldError } from '#web';
import type { OfficerView } from '../text/index.ts';
import type { DecisionContent } from './deciding.service.ts';
import { DecisionPage } from './decision.page.tsx';

/** What such a page is given. */
export interface ReasonOptions {
  readonly view: OfficerView;
  readonly content: DecisionContent;
  readonly values?: Answers;
  readonly errors?: readonly FieldError[];
}

/** A decision that needs nothing but its reason; what it causes is shown before it is confirmed. */
export function ReasonPage(
  o: ReasonOptions & {
    readonly title: string;
    readonly lead: string;
    /** Of the case's page. */
    readonly path: string;
    readonly label: string;
    readonly choices: readonly { readonly value: string; readonly text: string }[];
  },
) {
  const { view, content, title, lead, label, choices, values = {}, errors = [] } = o;
  return (
    <DecisionPage {...{ view, content, errors, title, lead }}>
      <Form view={view} action={`/cases/${content.row.reference}/${o.path}`}>
        <RadioField
          {...{ view, values, errors: fieldErrors(view, errors), label, choices }}
          name="reason"
        />
        <Submit text={view.t('confirm.next')} />
      </Form>
    </DecisionPage>
  );
}
