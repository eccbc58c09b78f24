import { dayFromIso, formatDay, formatMoney, money } from '#kernel';
import { STATEMENT_BYTES_MAX } from '#treasury';
import { Form, govuk, Submit, type FieldError } from '#web';
import type { OfficerView } from '../text/index.ts';

type Query = Readonly<Record<string, unknown>>;
const FIELD = 'file';
const COLUMNS = [
  ...['kind', 'account', 'currency', 'date', 'amount', 'reference', 'end_to_end_id', 'text'],
] as const;

/** What of an address may be said again, in words: numbers, days, amounts and names of columns. */
function paramsOf({ lang }: OfficerView, query: Query): Record<string, string> {
  const given = (name: string, form: RegExp) => {
    const value = query[name];
    return typeof value === 'string' && form.test(value) ? value : null;
  };
  const currency = given('currency', /^[A-Z]{3}$/);
  const amount = (name: string) => {
    const minor = given(name, /^-?\d{1,18}$/);
    return minor && currency ? formatMoney(money(BigInt(minor), currency), lang) : '';
  };
  const day = (name: string) => {
    const text = given(name, /^\d{4}-\d\d-\d\d$/);
    try {
      return text ? formatDay(dayFromIso(text), lang) : '';
    } catch {
      return ''; // no day that ever was
    }
  };
  return {
    ...{ line: given('line', /^\d{1,7}$/) ?? '', column: given('column', /^[a-z_]{1,20}$/) ?? '' },
    ...{ from: day('from'), to: day('to'), ends: given('ends', /^[A-Z0-9]{1,4}$/) ?? '' },
    ...{ opening: amount('opening'), closing: amount('closing'), sum: amount('sum') },
    // Another balance, or another currency.
    expected: amount('expected') || (given('expected', /^[A-Z]{3}$/) ?? ''),
    currency: currency ?? '',
  };
}

/** Only our own codes are said again. */
export function statementErrors(view: OfficerView, query: Query): FieldError[] {
  const { refused } = query;
  if (typeof refused !== 'string' || !/^[a-z_]{1,40}$/.test(refused)) return [];
  const key = `bankStatements.fault.${refused}`;
  return view.t.has(key) ? [{ field: FIELD, key, params: paramsOf(view, query) }] : [];
}

/** A statement of the bank is brought here; works without a script. */
export function SendStatement({
  view,
  query,
}: {
  readonly view: OfficerView;
  readonly query: Query;
}) {
  const { t } = view;
  const [error] = statementErrors(view, query);
  return (
    <div id="statement">
      <h2 class="govuk-heading-m">{t('bankStatements.send.title')}</h2>
      <govuk.Details summaryText={t('bankStatements.send.how')}>
        <p class="govuk-body">{t('bankStatements.send.csv')}</p>
        <ul class="govuk-list govuk-list--bullet">
          {COLUMNS.map((column) => (
            <li>
              <code>{column}</code> {t(`bankStatements.column.${column}`)}
            </li>
          ))}
        </ul>
        <p class="govuk-body govuk-!-margin-bottom-0">{t('bankStatements.send.written')}</p>
      </govuk.Details>
      <Form view={view} action="/reconciliation/statements" multipart>
        <govuk.FileUpload
          id={FIELD}
          name={FIELD}
          label={{ text: t('bankStatements.send.file'), classes: 'govuk-label--s' }}
          hint={{
            text: t('bankStatements.send.hint', { megabytes: STATEMENT_BYTES_MAX / 1024 ** 2 }),
          }}
          errorMessage={
            error && { text: t.dynamic(error.key, error.params as Record<string, string>) }
          }
          attributes={{ accept: '.xml,.csv,.txt,application/xml,text/xml,text/csv,text/plain' }}
        />
        <Submit text={t('bankStatements.send.button')} />
      </Form>
    </div>
  );
}
