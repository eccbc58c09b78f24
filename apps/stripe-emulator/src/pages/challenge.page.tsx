import { Shell } from './shell.tsx';
import { type Language, TEXTS } from './text.ts';

interface ChallengeView {
  language: Language;
  amount: string;
  /** Where the answer is sent. */
  action: string;
}

/** Stands in for the page on which a bank asks its customer to confirm (3-D Secure). */
export function ChallengePage({ language, amount, action }: ChallengeView) {
  const text = TEXTS[language];
  return (
    <Shell language={language} title={text.challengeTitle}>
      <section class="panel">
        <h1>{text.challengeTitle}</h1>
        <p>{text.challengeBody(amount)}</p>
        <form method="post" action={action}>
          <button type="submit" name="answer" value="confirm">
            {text.confirm}
          </button>
          <button type="submit" name="answer" value="reject" class="second">
            {text.reject}
          </button>
        </form>
      </section>
    </Shell>
  );
}
