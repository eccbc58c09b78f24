// Answers that were frozen in the language they were given in, for a reader of either language.
import { formatDay, Temporal } from '#kernel';
import { SummaryList } from '../govuk/summary-list.tsx';
import { countryName } from '../text/countries.ts';
import { shellText, type Lang } from '../text/texts.ts';

export interface FrozenAnswer {
  readonly question: string;
  readonly answer: string;
  /** What was answered, without a language; older answers have none. */
  readonly value?: string;
  readonly language?: Lang;
}

/** What a site knows of one question. */
export interface KnownQuestion {
  readonly kind: string;
  /** In the reader's language. */
  readonly question: string;
  /** Name of a choice in the reader's language; null for one that is not known. */
  choice(value: string): string | null;
}

/** One answer for its reader; the applicant's own words where they are others. */
export interface AnswerRead {
  readonly question: string;
  readonly answer: string;
  /** What the applicant gave, where it differs from the answer above. */
  readonly given: string | null;
}

function dayText(value: string, lang: Lang): string | null {
  try {
    return formatDay(Temporal.PlainDate.from(value), lang);
  } catch {
    return null;
  }
}

/** The value in the reader's language; null where it needs no translation or has none. */
function inWords(lang: Lang, known: KnownQuestion, value: string): string | null {
  const t = shellText(lang);
  if (value === '') return t('web.answers.notGiven');
  switch (known.kind) {
    case 'day':
      return dayText(value, lang);
    case 'days':
      return /^\d{1,3}$/.test(value) ? t('web.answers.days', { count: Number(value) }) : null;
    case 'country':
      return countryName(value, lang);
    default:
      return known.choice(value);
  }
}

/**
 * In the reader's own language, where the answer was frozen with its value. Older ones, and questions
 * of another edition of the form (not known), are shown as they were.
 */
export function readAnswer(
  lang: Lang,
  { question, answer, value, language }: FrozenAnswer,
  known: KnownQuestion | null,
): AnswerRead {
  if (value === undefined || language === lang || !known) {
    const shown = answer || shellText(lang)('web.answers.notGiven');
    return { question, answer: shown, given: null };
  }
  const own = inWords(lang, known, value) ?? answer;
  const isOther = value !== '' && own !== answer;
  return { question: known.question, answer: own, given: isOther ? answer : null };
}

/** Whether a reader of that language reads something else than was asked and given. */
export const isTranslated = (lang: Lang, answers: readonly FrozenAnswer[]): boolean =>
  answers.some((a) => a.value !== undefined && a.language !== undefined && a.language !== lang);

/** In the reader's language, the applicant's own words below where they are others. */
export function AnswersRead(o: {
  lang: Lang;
  answers: readonly AnswerRead[];
  /** In which the applicant answered. */
  given: Lang;
}) {
  const label = shellText(o.lang)('web.answers.given');
  return (
    <SummaryList
      rows={o.answers.map(({ question, answer, given }) => ({
        key: { text: question },
        value: {
          html: (
            <>
              {answer}
              {given !== null && (
                <>
                  <br />
                  <span class="govuk-body-s">
                    {label} <span lang={o.given}>{given}</span>
                  </span>
                </>
              )}
            </>
          ),
        },
      }))}
    />
  );
}

/** Word for word as they were asked and answered. */
export const AnswersAsGiven = (o: { answers: readonly FrozenAnswer[]; given: Lang }) => (
  <div lang={o.given}>
    <SummaryList
      rows={o.answers.map((a) => ({ key: { text: a.question }, value: { text: a.answer || '–' } }))}
    />
  </div>
);
