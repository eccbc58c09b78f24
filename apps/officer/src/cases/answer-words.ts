import { kindOf, type QuestionAnswer } from '#application';
import { readAnswer, type AnswerRead } from '#web';
import type { OfficerView } from '../text/index.ts';

/** One answer as an officer of that language reads it. */
export function readByOfficer(
  { t, lang }: Pick<OfficerView, 't' | 'lang'>,
  asked: QuestionAnswer,
): AnswerRead {
  const kind = kindOf(asked.pageId, asked.questionId);
  const key = `answers.question.${asked.pageId}.${asked.questionId}`;
  const known = kind !== null &&
    t.has(key) && {
      kind,
      question: t.dynamic(key),
      choice: (value: string) => {
        const choice = `answers.${kind}.${value}`;
        return t.has(choice) ? t.dynamic(choice) : null;
      },
    };
  return readAnswer(lang, asked, known || null);
}
