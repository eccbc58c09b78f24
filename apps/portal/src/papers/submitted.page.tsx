import type { QuestionAnswer, Submission } from '#application';
import { formatMoment } from '#kernel';
import { AnswersAsGiven, AnswersRead, govuk, isTranslated, Page } from '#web';
import type { OwnCase } from '../own/own-cases.service.ts';
import type { PortalView } from '../text/index.ts';
import { readByApplicant } from './answer-words.ts';

/** The answers by page, in the order in which they were asked. */
function sectionsOf(answers: readonly QuestionAnswer[]): [string, QuestionAnswer[]][] {
  const sections = new Map<string, QuestionAnswer[]>();
  for (const one of answers) {
    sections.set(one.pageId, [...(sections.get(one.pageId) ?? []), one]);
  }
  return [...sections];
}

/** What the consulate received: in the reader's language, and word for word where that is another. */
export function SubmittedPage(o: { view: PortalView; own: OwnCase; submission: Submission }) {
  const { view, own, submission } = o;
  const { t, lang } = view;
  const home = `/cases/${own.row.reference}`;
  const when = formatMoment(submission.submittedAt, own.consulate.timeZone, lang);
  const given = submission.answers[0]?.language ?? own.row.language;
  const isOther = isTranslated(lang, submission.answers);
  const titleOf = (pageId: string) => {
    const key = `papers.submitted.section.${pageId}`;
    return t.has(key) ? t.dynamic(key) : pageId;
  };
  return (
    <Page view={view} title={t('papers.submitted.title')} back={home}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <span class="govuk-caption-l">
            {t('tracking.title', { reference: own.row.reference })}
          </span>
          <h1 class="govuk-heading-l">{t('papers.submitted.title')}</h1>
          <p class="govuk-body">{t('papers.submitted.lead', { when })}</p>
          {isOther && <p class="govuk-body">{t('papers.submitted.translated')}</p>}
          {sectionsOf(submission.answers).map(([pageId, answers]) => (
            <section aria-label={titleOf(pageId)}>
              <h2 class="govuk-heading-m">{titleOf(pageId)}</h2>
              <AnswersRead
                lang={lang}
                answers={answers.map((asked) => readByApplicant(view, asked))}
                given={given}
              />
            </section>
          ))}
          {isOther && (
            <>
              <h2 class="govuk-heading-m">{t(`papers.submitted.original.${given}`)}</h2>
              <AnswersAsGiven answers={submission.answers} given={given} />
            </>
          )}
          <p class="govuk-body">{t('papers.submitted.print')}</p>
          <govuk.Button text={t('papers.submitted.toCase')} href={home} />
        </div>
      </div>
    </Page>
  );
}
