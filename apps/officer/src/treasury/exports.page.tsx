import { EXPORT_ROWS_MAX, exportLists } from '#treasury';
import { DateField, fieldErrors, Form, Page, RadioField, Submit } from '#web';
import type { Answers, FieldError } from '#web';
import type { OfficerView } from '../text/index.ts';

export const rowsMax = ({ lang }: OfficerView): string =>
  new Intl.NumberFormat(lang).format(EXPORT_ROWS_MAX);

export function ExportsPage(o: {
  readonly view: OfficerView;
  readonly values: Answers;
  readonly errors?: readonly FieldError[];
}) {
  const { view, values, errors = [] } = o;
  const { t } = view;
  const fields = { view, values, errors: fieldErrors(view, errors) };
  return (
    <Page view={view} title={t('exports.title')} errors={errors} back="/treasury">
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{t('exports.title')}</h1>
          <p class="govuk-body">{t('exports.lead')}</p>
          <p class="govuk-body">
            {t('exports.limits', { rows: rowsMax(view) })} {t('exports.trail')}
          </p>
          <Form view={view} action="/treasury/exports">
            <RadioField
              {...fields}
              name="list"
              label={t('exports.list')}
              choices={exportLists.map((value) => ({
                value,
                text: t(`exports.lists.${value}.name`),
                hint: t(`exports.lists.${value}.why`),
              }))}
            />
            <DateField {...fields} name="from" label={t('exports.from')} />
            <DateField {...fields} name="until" label={t('exports.until')} />
            {/* A second press is a second file, and its page stays as it is. */}
            <Submit text={t('exports.button')} />
          </Form>
        </div>
      </div>
    </Page>
  );
}
