import type { QuestionAnswer } from '#application';
import { EmptyState, govuk } from '#web';
import type { OfficerView } from '../text/index.ts';
import { readAnswer } from './answer-words.ts';
import type { CasePageOptions } from './case.page.tsx';

interface AnswersOptions {
  readonly view: OfficerView;
  readonly answers: readonly QuestionAnswer[];
  /** In which the applicant answered. */
  readonly language: 'en' | 'fr';
}

/** In the officer's language, the applicant's own words below where they are others. */
function AnswersRead({ view, answers, language }: AnswersOptions) {
  return (
    <govuk.SummaryList
      rows={answers.map((asked) => {
        const { question, answer, given } = readAnswer(view, asked);
        return {
          key: { text: question },
          value: {
            html: (
              <>
                {answer}
                {given !== null && (
                  <>
                    <br />
                    <span class="govuk-body-s">
                      {view.t('answers.given')} <span lang={language}>{given}</span>
                    </span>
                  </>
                )}
              </>
            ),
          },
        };
      })}
    />
  );
}

/** Word for word as they were asked and answered. */
const Original = ({ view, answers, language }: AnswersOptions) => (
  <govuk.Details
    summaryText={view.t(`answers.original.${language}`)}
    html={
      <div lang={language}>
        <govuk.SummaryList
          rows={answers.map((a) => ({
            key: { text: a.question },
            value: { text: a.answer || '–' },
          }))}
        />
      </div>
    }
  />
);

/** What was frozen at submission, for who reads the case. */
export function AnswersPanel({ view, content }: CasePageOptions) {
  const { t } = view;
  const { submission, row } = content;
  if (!submission) {
    return (
      <>
        <h2 class="govuk-heading-m">{t('answers.title')}</h2>
        <EmptyState title={t('answers.none')} />
      </>
    );
  }
  const { answers } = submission;
  const language = answers[0]?.language ?? row.language;
  const isTranslated = answers.some((a) => a.value !== undefined) && language !== view.lang;
  const list = { view, answers, language };
  return (
    <>
      <h2 class="govuk-heading-m">{t('answers.title')}</h2>
      <div lang={isTranslated ? undefined : language}>
        <AnswersRead {...list} />
      </div>
      {isTranslated && <Original {...list} />}
      <p class="govuk-body-s">{t('answers.form', { version: submission.formVersion })}</p>
    </>
  );
}
