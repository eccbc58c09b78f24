import { extensionReasons, type StayFactView } from '#departure';
import { formatDay } from '#kernel';
import {
  DateField,
  fieldErrors,
  Form,
  govuk,
  Page,
  RadioField,
  SaveAndContinue,
  Submit,
} from '#web';
import type { Answers, FieldError } from '#web';
import { AddFile, fileErrors, KeptFiles } from '../files/own-files.view.tsx';
import type { PortalView } from '../text/index.ts';
import type { StayContent } from './own-stay.service.ts';

interface AskPageOptions {
  readonly view: PortalView;
  readonly content: StayContent;
  readonly values: Answers;
  readonly errors?: readonly FieldError[];
}

/** Until when the traveller needs to stay, and why. */
export function AskPage({ view, content, values, errors = [] }: AskPageOptions) {
  const { t, lang } = view;
  const { row, today } = content;
  const props = { view, values, errors: fieldErrors(view, errors) };
  const home = `/cases/${row.reference}`;
  const leaveBy = row.visa?.leaveBy;
  return (
    <Page view={view} title={t('stay.ask.title')} back={home} errors={errors}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <span class="govuk-caption-l">{row.reference}</span>
          <h1 class="govuk-heading-l">{t('stay.ask.title')}</h1>
          <p class="govuk-body">{t('stay.ask.lead')}</p>
          {leaveBy && (
            <p class="govuk-body">{t('stay.ask.leaveBy', { day: formatDay(leaveBy, lang) })}</p>
          )}
          <Form view={view} action={`${home}/extension`}>
            <DateField
              {...props}
              name="until"
              label={t('stay.ask.until')}
              example={(leaveBy ?? today).add({ days: 7 })}
            />
            <RadioField
              {...props}
              name="reason"
              label={t('stay.ask.why')}
              choices={extensionReasons.map((value) => ({
                value,
                text: t(`stay.reason.${value}`),
                hint: t(`stay.reasonHint.${value}`),
              }))}
            />
            <SaveAndContinue view={view} />
          </Form>
        </div>
      </div>
    </Page>
  );
}

/** What shows it: files are added one by one, then all is sent. */
export function AskFilesPage(o: {
  readonly view: PortalView;
  readonly content: StayContent;
  readonly draft: StayFactView;
  /** Why the last file was not kept, as the address says it. */
  readonly refused: unknown;
}) {
  const { view, content, draft } = o;
  const { t, lang } = view;
  const { row, files } = content;
  const errors = fileErrors(view, o.refused);
  const home = `/cases/${row.reference}/extension`;
  const line = (key: string, text: string) => ({
    key: { text: key },
    value: { text },
    actions: {
      items: [{ href: home, text: t('evidence.files.change'), visuallyHiddenText: key }],
    },
  });
  return (
    <Page view={view} title={t('stay.files.title')} back={home} errors={errors}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <span class="govuk-caption-l">{row.reference}</span>
          <h1 class="govuk-heading-l">{t('stay.files.title')}</h1>
          <h2 class="govuk-heading-m">{t('stay.files.stated')}</h2>
          <govuk.SummaryList
            rows={[
              line(t('stay.ask.until'), formatDay(draft.reportedDay, lang)),
              line(t('stay.ask.why'), t(`stay.reason.${draft.reasonCode ?? 'another_reason'}`)),
            ]}
          />
          <h2 class="govuk-heading-m">{t('files.yours')}</h2>
          <KeptFiles view={view} files={files} />
          <AddFile {...{ view, files, errors }} action={`${home}/files`} />
          <h2 class="govuk-heading-m">{t('stay.files.send')}</h2>
          <p class="govuk-body">{t('stay.files.lead')}</p>
          <Form view={view} action={`${home}/send`}>
            <Submit text={t('stay.files.button')} disabled={files.length === 0} />
          </Form>
        </div>
      </div>
    </Page>
  );
}

/** Why no longer stay can be asked for just now, and what to do instead. */
export function AskNotNowPage(o: { view: PortalView; content: StayContent; code: string }) {
  const { view, content, code } = o;
  const { t } = view;
  const home = `/cases/${content.row.reference}`;
  return (
    <Page view={view} title={t('stay.notNow.title')} back={home}>
      <h1 class="govuk-heading-l">{t('stay.notNow.title')}</h1>
      <p class="govuk-body">{t.dynamic(`stay.notNow.${code}`)}</p>
      <govuk.Button text={t('stay.notNow.back')} href={home} />
    </Page>
  );
}
