import { REPORT_BYTES_MAX } from '#refund';
import { Form, govuk, Submit } from '#web';
import type { OfficerView } from '../text/index.ts';

/** Only our own codes are said again. */
function refusalOf({ t }: OfficerView, { refused }: Readonly<Record<string, unknown>>) {
  if (typeof refused !== 'string' || !/^[a-z_]{1,40}$/.test(refused)) return undefined;
  const key = `transfers.fault.${refused}`;
  return t.has(key) ? { text: t.dynamic(key) } : undefined;
}

/** A file in which the bank answers is sent here; works without a script. */
export function SendReport(o: {
  readonly view: OfficerView;
  readonly query: Readonly<Record<string, unknown>>;
}) {
  const { view, query } = o;
  const { t } = view;
  return (
    <div id="report">
      <h2 class="govuk-heading-m">{t('transfers.send.title')}</h2>
      <Form view={view} action="/transfers/reports" multipart>
        <govuk.FileUpload
          id="file"
          name="file"
          label={{ text: t('transfers.send.file'), classes: 'govuk-label--s' }}
          hint={{ text: t('transfers.send.hint', { megabytes: REPORT_BYTES_MAX / 1024 / 1024 }) }}
          errorMessage={refusalOf(view, query)}
          attributes={{ accept: '.xml,application/xml,text/xml' }}
        />
        <Submit text={t('transfers.send.button')} />
      </Form>
    </div>
  );
}
