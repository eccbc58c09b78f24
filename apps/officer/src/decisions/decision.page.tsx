import { fullName } from '#identity';
import { Page, type FieldError } from '#web';
import type { ComponentChildren } from 'preact';
import type { OfficerView } from '../text/index.ts';
import { ValidityBadge } from '../passports/validity.view.tsx';
import type { DecisionContent } from './deciding.service.ts';

export interface DecisionPageOptions {
  readonly view: OfficerView;
  readonly content: DecisionContent;
  readonly title: string;
  readonly lead: string;
  readonly errors?: readonly FieldError[];
  readonly children: ComponentChildren;
}

/** One decision on one page: about whom, what it causes, and a way back that changes nothing. */
export function DecisionPage({
  view,
  content,
  title,
  lead,
  errors = [],
  children,
}: DecisionPageOptions) {
  const { t } = view;
  const { row, person, validity } = content;
  const href = `/cases/${row.reference}`;
  return (
    <Page view={view} title={title} back={{ href, text: t('decide.cancel') }} errors={errors} wide>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <span class="govuk-caption-l">
            {row.reference}
            {person && (
              <>
                {' · '}
                {fullName(person)}
              </>
            )}
          </span>
          <h1 class="govuk-heading-l">{title}</h1>
          <p class="govuk-body">{lead}</p>
          {validity && (
            <p class="govuk-body">
              {t.dynamic('web.labelled', { label: t('passport.title') })}{' '}
              <ValidityBadge view={view} validity={validity} />
            </p>
          )}
          {children}
        </div>
      </div>
    </Page>
  );
}
