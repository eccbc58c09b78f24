import { fieldErrors, govuk, SelectField, type Choice } from '#web';
import type { OfficerView } from '../text/index.ts';

export interface ListFilterOptions {
  readonly view: OfficerView;
  readonly action: string;
  readonly name: string;
  readonly label: string;
  /** What is chosen when nothing is: all of them. */
  readonly all: string;
  readonly value: string;
  readonly choices: readonly Choice[];
}

/** A GET, so that every filtered list has its own address. Above the table, which needs the width. */
export const ListFilter = ({
  view,
  action,
  name,
  label,
  all,
  value,
  choices,
}: ListFilterOptions) => (
  <form method="get" action={action} class="govuk-grid-row">
    <div class="govuk-grid-column-one-third">
      <SelectField
        {...{ view, errors: fieldErrors(view), values: { [name]: value } }}
        name={name}
        label={label}
        empty={all}
        choices={choices}
      />
      <govuk.Button
        text={view.t.dynamic('web.filter.apply')}
        classes="govuk-button--secondary govuk-!-margin-bottom-4"
      />
    </div>
  </form>
);
