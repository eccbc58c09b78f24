import { extensionReasons, type StayFactView } from '#departure';
import { formatDay } from '#kernel';
import { DateField, fieldErrors, Form, govuk, Page, RadioField, SaveAndContinue } from '#web';
import type { Answers, FieldError } from '#web';
import { FilesToSendPage } from '../files/files-to-send.page.tsx';
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

/** What shows it. */
export function AskFilesPage(o: {
  readonly view: PortalView;
  readonly content: StayContent;
  readonly draft: StayFactView;
  /** Why the last file was not kept, as the address says it. */
  readonly refused: unknown;
}) {
  const { view, content, draft, refused } = o;
  const { t, lang } = view;
  const { row, files } = content;
  return (
    <FilesToSendPage
      {...{ view, files, refused, reference: row.reference }}
      home={`/cases/${row.reference}/extension`}
      title={t('stay.files.title')}
      heading={t('stay.files.stated')}
      stated={[
        [t('stay.ask.until'), formatDay(draft.reportedDay, lang)],
        [t('stay.ask.why'), t(`stay.reason.${draft.reasonCode ?? 'another_reason'}`)],
      ]}
    />
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
