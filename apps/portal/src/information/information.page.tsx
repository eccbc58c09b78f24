import { ANSWER_TEXT_MAX, type InformationRequestView } from '#application';
import { formatMoment, type Instant } from '#kernel';
import {
  type Answers,
  fieldErrors,
  type FieldError,
  Form,
  LongTextField,
  Page,
  Submit,
} from '#web';
import { AddFile, fileErrors, KeptFiles } from '../files/own-files.view.tsx';
import type { PortalView } from '../text/index.ts';
import { filesOf, informationOf, type InformationContent } from './own-information.service.ts';

interface InformationPageOptions {
  readonly view: PortalView;
  readonly content: InformationContent;
  readonly values?: Answers;
  readonly errors?: readonly FieldError[];
  /** Why the last file was not kept, as the address says it. */
  readonly refused?: unknown;
}

const momentIn = ({ view, content }: InformationPageOptions, at: Instant) =>
  formatMoment(at, content.consulate.timeZone, view.lang);

/** What was asked, and when. */
function Asked({ request, ...o }: InformationPageOptions & { request: InformationRequestView }) {
  const { t } = o.view;
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body-s govuk-!-margin-bottom-1">
        {t(`information.reason.${request.reason}`)}
        {' · '}
        {t('information.asked', { when: momentIn(o, request.askedAt) })}
      </p>
      <p class="govuk-body vb-typed govuk-!-margin-bottom-0">{request.text}</p>
    </div>
  );
}

/** What came of it. */
function Outcome({ request, ...o }: InformationPageOptions & { request: InformationRequestView }) {
  const { t } = o.view;
  if (!request.outcome || !request.endedAt) return null;
  const when = momentIn(o, request.endedAt);
  return (
    <>
      <p class="govuk-body">{t(`information.outcome.${request.outcome}`, { when })}</p>
      {request.answer && <p class="govuk-body vb-typed">{request.answer}</p>}
    </>
  );
}

/** The way to answer: files first, since what is written is sent by itself. */
function Answering(o: InformationPageOptions) {
  const { view, content, values = {}, errors = [] } = o;
  const { t } = view;
  const { row, newest, files } = content;
  const refusals = fileErrors(view, o.refused);
  return (
    <>
      <p class="govuk-body">
        <strong>{t('information.until', { when: momentIn(o, newest.answerBy) })}</strong>{' '}
        {t('information.silence')}
      </p>
      <h2 class="govuk-heading-m">{t('information.files')}</h2>
      <p class="govuk-body">{t('information.filesLead')}</p>
      <KeptFiles view={view} files={files} />
      <AddFile {...{ view, files, errors: refusals }} action={filesOf(row.reference)} />
      <h2 class="govuk-heading-m">{t('information.answer')}</h2>
      <Form view={view} action={informationOf(row.reference)}>
        <LongTextField
          {...{ view, values, errors: fieldErrors(view, errors) }}
          name="answer"
          label={t('information.field')}
          hint={t('information.hint')}
          maxLength={ANSWER_TEXT_MAX}
          rows={8}
        />
        <Submit text={t('information.send')} />
      </Form>
    </>
  );
}

/** What the officer asks for and until when; what was answered; and what was asked before. */
export function InformationPage(o: InformationPageOptions) {
  const { view, content, errors = [] } = o;
  const { t } = view;
  const { row, newest, earlier, files, isOpen } = content;
  const shown = [...fileErrors(view, o.refused), ...errors];
  return (
    <Page
      view={view}
      title={t('information.title')}
      back={`/cases/${row.reference}`}
      errors={shown}
    >
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <span class="govuk-caption-l">{row.reference}</span>
          <h1 class="govuk-heading-l">{t('information.title')}</h1>
          <Asked {...o} request={newest} />
          {isOpen ? (
            <Answering {...o} />
          ) : (
            <>
              <Outcome {...o} request={newest} />
              {files.length > 0 && (
                <>
                  <h2 class="govuk-heading-m">{t('files.yours')}</h2>
                  <KeptFiles view={view} files={files} />
                </>
              )}
            </>
          )}
          {earlier.length > 0 && <h2 class="govuk-heading-m">{t('information.earlier')}</h2>}
          {earlier.map((request) => (
            <>
              <Asked {...o} request={request} />
              <Outcome {...o} request={request} />
            </>
          ))}
        </div>
      </div>
    </Page>
  );
}
