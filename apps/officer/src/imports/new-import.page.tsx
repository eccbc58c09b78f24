import { IMPORT_BYTES_MAX, IMPORT_LINES_MAX, importFields } from '#travel';
import { Form, govuk, Page, Submit } from '#web';
import type { FieldError } from '#web';
import { addressOf } from '../shared/paging.ts';
import type { OfficerView } from '../text/index.ts';
import { ProgrammeChoice } from './programme-choice.view.tsx';

const FIELD = 'file';

export interface NewImportOptions {
  readonly view: OfficerView;
  readonly programmes: readonly string[];
  readonly programme: string | undefined;
  /** Why the last file was not kept, as the address says it. */
  readonly query: Readonly<Record<string, unknown>>;
}

/** Only our own codes and numbers are said again. */
function refusalOf({ view, query }: NewImportOptions): FieldError[] {
  const { refused, what } = query;
  const key = `imports.file.${typeof refused === 'string' ? refused : ''}`;
  if (typeof refused !== 'string' || !/^[a-z_]{1,40}$/.test(refused) || !view.t.has(key)) return [];
  const named = typeof what === 'string' && /^[a-z0-9_,]{0,120}$/.test(what) ? what : '';
  return [{ field: FIELD, key, params: { what: named.replaceAll(',', ', ') } }];
}

/** How a file has to be written, with an example to begin with. */
function HowWritten({ view }: { view: OfficerView }) {
  const { t } = view;
  return (
    <govuk.Details summaryText={t('imports.new.how')}>
      <p class="govuk-body">{t('imports.new.csv')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {importFields.map((field) => (
          <li>
            <code>{field}</code> {t(`imports.columns.${field}`)}
          </li>
        ))}
      </ul>
      <p class="govuk-body">{t('imports.new.written')}</p>
      <p class="govuk-body govuk-!-margin-bottom-0">{t('imports.new.manifest')}</p>
    </govuk.Details>
  );
}

/** Sending a file; works without a script, then the browser shows how much is sent. */
export function NewImportPage(o: NewImportOptions) {
  const { view, programmes, programme } = o;
  const { t, lang } = view;
  const errors = refusalOf(o);
  const number = new Intl.NumberFormat(lang);
  const limits = {
    lines: number.format(IMPORT_LINES_MAX),
    megabytes: `${IMPORT_BYTES_MAX / 1024 / 1024}`,
  };
  return (
    <Page view={view} title={t('imports.new.title')} back="/movements/imports" errors={errors}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <h1 class="govuk-heading-l">{t('imports.new.title')}</h1>
          <p class="govuk-body">{t('imports.new.lead')}</p>
          <ProgrammeChoice
            {...{ view, programmes }}
            path="/movements/imports/new"
            chosen={programme}
          />
          <HowWritten view={view} />
          <Form
            view={view}
            action={addressOf('/movements/imports', { programme: programme ?? '' })}
            multipart
          >
            <govuk.FileUpload
              id={FIELD}
              name={FIELD}
              label={{ text: t('imports.new.file'), classes: 'govuk-label--s' }}
              hint={{ text: t('imports.new.fileHint', limits) }}
              errorMessage={errors[0] && { text: t.dynamic(errors[0].key, paramsOf(errors[0])) }}
              attributes={{ accept: '.csv,.txt,text/csv,text/plain' }}
            />
            <div class="vb-progress" data-upload-progress hidden>
              <label class="govuk-label" for="upload-bar">
                {t('imports.new.sending')}
              </label>
              <progress id="upload-bar" value={0} max={100} />
            </div>
            <Submit text={t('imports.new.button')} />
          </Form>
        </div>
      </div>
    </Page>
  );
}

const paramsOf = ({ params = {} }: FieldError) => params as Record<string, string>;
