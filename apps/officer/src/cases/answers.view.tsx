import type { QuestionAnswer } from '#application';
import { AnswersAsGiven, AnswersRead, EmptyState, govuk, isTranslated } from '#web';
import type { OfficerView } from '../text/index.ts';
import { readByOfficer } from './answer-words.ts';
import type { CasePageOptions } from './case-page.ts';

interface AnswersOptions {
  readonly view: OfficerView;
  readonly answers: readonly QuestionAnswer[];
  /** In which the applicant answered. */
  readonly language: 'en' | 'fr';
}

/** Word for word, for who asks. */
const Original = ({ view, answers, language }: AnswersOptions) => (
  <govuk.Details
    summaryText={view.t(`answers.original.${language}`)}
    html={<AnswersAsGiven answers={answers} given={language} />}
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
  const isOther = isTranslated(view.lang, answers);
  const list = { view, answers, language };
  return (
    <>
      <h2 class="govuk-heading-m">{t('answers.title')}</h2>
      <div lang={isOther ? undefined : language}>
        <AnswersRead
          lang={view.lang}
          answers={answers.map((asked) => readByOfficer(view, asked))}
          given={language}
        />
      </div>
      {isOther && <Original {...list} />}
      <p class="govuk-body-s">{t('answers.form', { version: submission.formVersion })}</p>
    </>
  );
}
