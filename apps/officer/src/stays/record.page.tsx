import { stayFactKinds } from '#departure';
import { UPLOADS_OF_THING_MAX } from '#documents';
import { formatDay } from '#kernel';
import { DateField, fieldErrors, Form, govuk, Page, RadioField, Submit } from '#web';
import type { Answers, FieldError } from '#web';
import type { DecisionContent } from '../decisions/deciding.service.ts';
import { DecisionPage } from '../decisions/decision.page.tsx';
import { CaseLink } from '../shared/case-link.view.tsx';
import { FileList } from '../shared/file-list.view.tsx';
import { Notice } from '../shared/notice.view.tsx';
import type { OfficerView } from '../text/index.ts';
import type { StayContent } from './stay-desk.service.ts';

/** What an officer records of a stay, and when it was. */
export function RecordFactPage(o: {
  readonly view: OfficerView;
  readonly content: DecisionContent;
  readonly values: Answers;
  readonly errors?: readonly FieldError[];
}) {
  const { view, content, values, errors = [] } = o;
  const { t } = view;
  const fields = { view, values, errors: fieldErrors(view, errors) };
  const words = { title: t('stays.record.title'), lead: t('stays.record.lead') };
  return (
    <DecisionPage {...{ view, content, errors, ...words }}>
      <Form view={view} action={`/cases/${content.row.reference}/record`}>
        <RadioField
          {...fields}
          name="kind"
          label={t('stays.record.kind')}
          choices={stayFactKinds.map((value) => ({
            value,
            text: t(`states.stayFactKind.${value}`),
            hint: t(`stays.record.hints.${value}`),
          }))}
        />
        <DateField {...fields} name="day" label={t('stays.record.day')} />
        <p class="govuk-body-s">{t('stays.record.dayHint')}</p>
        <Submit text={t('stays.record.next')} />
      </Form>
    </DecisionPage>
  );
}

function Add({ view, content }: { view: OfficerView; content: StayContent }) {
  const { t } = view;
  if (content.files.length >= UPLOADS_OF_THING_MAX) {
    return <govuk.InsetText text={t('stays.record.full')} />;
  }
  return (
    <Form view={view} action={`/stay-facts/${content.fact.id}/files`} multipart>
      <govuk.FileUpload
        id="file"
        name="file"
        label={{ text: t('stays.record.add'), classes: 'govuk-label--s' }}
        hint={{ text: t('stays.record.hint') }}
        attributes={{ accept: 'application/pdf,image/jpeg,image/png' }}
      />
      <Submit text={t('stays.record.addButton')} classes="govuk-button--secondary" />
    </Form>
  );
}

/** The document that shows it; then it goes to a second person. */
export function RecordFilesPage(o: {
  readonly view: OfficerView;
  readonly content: StayContent;
  readonly notice: unknown;
}) {
  const { view, content } = o;
  const { t, lang } = view;
  const { fact, files } = content;
  const line = (key: string, text: string) => ({ key: { text: key }, value: { text } });
  const back = `/cases/${fact.reference}/record`;
  return (
    <Page view={view} title={t('stays.record.filesTitle')} back={back} wide>
      <Notice view={view} code={o.notice} group="stays" />
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <span class="govuk-caption-l">
            <CaseLink view={view} reference={fact.reference} />
          </span>
          <h1 class="govuk-heading-l">{t('stays.record.filesTitle')}</h1>
          <p class="govuk-body">{t('stays.record.filesLead')}</p>
          <govuk.SummaryList
            rows={[
              line(t('stays.kind'), t(`states.stayFactKind.${fact.kind}`)),
              line(t(`stays.dayOf.${fact.kind}`), formatDay(fact.reportedDay, lang)),
            ]}
          />
          {files.length > 0 ? (
            <FileList view={view} files={files} />
          ) : (
            <p class="govuk-body">{t('stays.record.noFiles')}</p>
          )}
          <Add view={view} content={content} />
          <Form view={view} action={`/stay-facts/${fact.id}/record`}>
            <Submit text={t('stays.record.button')} disabled={files.length === 0} />
          </Form>
        </div>
      </div>
    </Page>
  );
}
