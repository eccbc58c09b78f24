import { formatMoment, type Instant } from '#kernel';
import { FileLines } from '../shared/file-list.view.tsx';
import type { AskedOfApplicant } from './case-information.service.ts';
import type { CasePageOptions } from './case-page.ts';

function Request({ request, ...o }: CasePageOptions & { request: AskedOfApplicant }) {
  const { view, content } = o;
  const { t, lang } = view;
  const at = (moment: Instant) => formatMoment(moment, content.consulate.timeZone, lang);
  const { outcome, endedAt, answer, files, askedByName } = request;
  const who = askedByName ?? t('queues.nobody');
  return (
    <>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">
        {t(`states.informationReason.${request.reason}`)}
      </h3>
      <p class="govuk-body-s govuk-!-margin-bottom-1">
        {t('cases.information.asked', { when: at(request.askedAt), who })}
      </p>
      <p class="govuk-body vb-typed">{request.text}</p>
      {outcome && endedAt ? (
        <div class="govuk-inset-text">
          <p class="govuk-body-s govuk-!-margin-bottom-1">
            {t(`cases.information.${outcome}`, { when: at(endedAt) })}
          </p>
          {answer && <p class="govuk-body vb-typed govuk-!-margin-bottom-0">{answer}</p>}
        </div>
      ) : (
        <p class="govuk-body">
          <strong>{t('cases.information.until', { when: at(request.answerBy) })}</strong>
        </p>
      )}
      {files.length > 0 && <FileLines view={view} files={files} />}
    </>
  );
}

/** What was asked of the applicant, by when, and what came: the same clock that the applicant sees (R31). */
export function InformationPanel(o: CasePageOptions) {
  if (o.information.length === 0) return null;
  return (
    <section aria-labelledby="information">
      <h2 class="govuk-heading-m" id="information">
        {o.view.t('cases.information.title')}
      </h2>
      {o.information.map((request) => (
        <Request {...o} request={request} />
      ))}
    </section>
  );
}
