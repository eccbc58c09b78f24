import { fieldErrors, Form, govuk, Page, Submit, TextField } from '#web';
import type { Answers, FieldError } from '#web';
import { CaseTable, type CaseList } from '../shared/case-table.view.tsx';
import type { OfficerView } from '../text/index.ts';

export interface SearchPageOptions {
  readonly view: OfficerView;
  readonly values: Answers;
  readonly errors?: readonly FieldError[];
  /** Undefined while nothing was looked for. */
  readonly results?: CaseList | undefined;
}

function ByReference({ view, values, errors = [] }: SearchPageOptions) {
  const { t } = view;
  return (
    <form method="get" action="/search">
      <h2 class="govuk-heading-m">{t('search.byReference')}</h2>
      <TextField
        {...{ view, values, errors: fieldErrors(view, errors) }}
        name="reference"
        label={t('search.reference')}
        hint={t('search.referenceHint')}
        classes="govuk-input--width-20"
        autocomplete="off"
        spellcheck={false}
      />
      <govuk.Button text={t('search.button')} />
    </form>
  );
}

function ByPassport({ view, values, errors = [] }: SearchPageOptions) {
  const { t } = view;
  const props = { view, values, errors: fieldErrors(view, errors) };
  return (
    <Form view={view} action="/search/passport">
      <h2 class="govuk-heading-m">{t('search.byPassport')}</h2>
      <TextField
        {...props}
        name="state"
        label={t('search.state')}
        hint={t('search.stateHint')}
        classes="govuk-input--width-4"
        autocomplete="off"
        spellcheck={false}
      />
      <TextField
        {...props}
        name="number"
        label={t('search.number')}
        classes="govuk-input--width-20"
        autocomplete="off"
        spellcheck={false}
      />
      <Submit text={t('search.passportButton')} />
    </Form>
  );
}

export function SearchPage(o: SearchPageOptions) {
  const { view, results, errors = [] } = o;
  const { t } = view;
  return (
    <Page view={view} title={t('search.title')} wide errors={errors}>
      <h1 class="govuk-heading-l">{t('search.title')}</h1>
      {results && (
        <CaseTable
          view={view}
          caption={t('search.results')}
          list={results}
          empty={{ title: t('search.none'), body: t('search.noneBody') }}
        />
      )}
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-half">
          <ByReference {...o} />
        </div>
        <div class="govuk-grid-column-one-half">
          <ByPassport {...o} />
        </div>
      </div>
    </Page>
  );
}
