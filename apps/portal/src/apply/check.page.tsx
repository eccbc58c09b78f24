import {
  AskedList,
  CheckboxField,
  fieldErrors,
  Form,
  Page,
  Submit,
  type Answers,
  type FieldError,
} from '#web';
import type { PortalView } from '../text/index.ts';
import { CHECK } from './apply-page.ts';
import type { Draft } from './drafts.service.ts';
import { pagesOf } from './form.ts';

export function CheckPage(o: {
  view: PortalView;
  draft: Draft;
  values: Answers;
  errors?: readonly FieldError[];
}) {
  const { view, draft, values, errors = [] } = o;
  const { t } = view;
  const { facts, row } = draft;
  const home = `/cases/${row.reference}`;
  return (
    <Page view={view} title={t('apply.check.title')} back={home} errors={errors}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{t('apply.check.title')}</h1>
          <p class="govuk-body">{t('apply.check.lead')}</p>
          <div id="answers" tabIndex={-1}>
            {pagesOf(facts).map((page) => (
              <>
                <h2 class="govuk-heading-m">{page.title(t)}</h2>
                <AskedList
                  view={view}
                  sections={[{ page, values: facts.answers[page.id] ?? {} }]}
                  changeHref={(id) => `${home}/apply/${id}`}
                />
              </>
            ))}
          </div>
          <Form view={view} action={`${home}/apply/${CHECK}`}>
            <CheckboxField
              view={view}
              values={values}
              errors={fieldErrors(view, errors)}
              name="declared"
              label={t('apply.check.declaration')}
              hint={t('apply.check.text')}
              choices={[{ value: 'yes', text: t('apply.check.box') }]}
            />
            <Submit text={t('apply.check.button')} />
          </Form>
        </div>
      </div>
    </Page>
  );
}
