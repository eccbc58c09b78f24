import { kindOf, type QuestionAnswer } from '#application';
import { formatDay, Temporal } from '#kernel';
import { countryName } from '#web';
import type { OfficerView } from '../text/index.ts';

type Reader = Pick<OfficerView, 't' | 'lang'>;

/** One answer for its reader; the applicant's own words where they are others. */
export interface AnswerRead {
  readonly question: string;
  readonly answer: string;
  /** What the applicant read and gave, where it differs from the answer above. */
  readonly given: string | null;
}

function dayText(value: string, lang: Reader['lang']): string | null {
  try {
    return formatDay(Temporal.PlainDate.from(value), lang);
  } catch {
    return null;
  }
}

/** The value in the reader's language; null where it needs no translation or has none. */
function inWords({ t, lang }: Reader, a: QuestionAnswer & { readonly value: string }) {
  const kind = kindOf(a.pageId, a.questionId);
  if (a.value === '') return t('answers.notGiven');
  switch (kind) {
    case 'day':
      return dayText(a.value, lang);
    case 'days':
      return /^\d{1,3}$/.test(a.value) ? t('answers.days', { count: Number(a.value) }) : null;
    case 'country':
      return countryName(a.value, lang);
    case 'purpose':
    case 'sex':
    case 'declared': {
      const key = `answers.${kind}.${a.value}`;
      return t.has(key) ? t.dynamic(key) : null;
    }
    default:
      return null;
  }
}

/**
 * In the reader's own language, where the answer was frozen with its value. Older ones, and questions
 * of another edition of the form, are shown as they were.
 */
export function readAnswer(reader: Reader, asked: QuestionAnswer): AnswerRead {
  const { question, answer, value, language } = asked;
  const key = `answers.question.${asked.pageId}.${asked.questionId}`;
  if (value === undefined || language === reader.lang || !reader.t.has(key)) {
    return { question, answer: answer || reader.t('answers.notGiven'), given: null };
  }
  const own = inWords(reader, { ...asked, value }) ?? answer;
  const isOther = value !== '' && own !== answer;
  return { question: reader.t.dynamic(key), answer: own, given: isOther ? answer : null };
}
