import type { RulingKind } from '#breach';
import { govuk } from '#web';
import type { BreachPageOptions } from './breach-page.ts';
import { mayAnswer } from './rulings.view.tsx';

interface Act {
  readonly name: 'notice' | RulingKind;
  readonly blocked: string | null;
}

/** What this person may do in this state; what stands in the way is said before anybody presses. */
function actsOf({ staff, content }: BreachPageOptions): Act[] {
  const { standing } = content.breach;
  const notice: Act[] =
    staff.permissions.has('breach.adjudicate') && standing === 'referred'
      ? [{ name: 'notice', blocked: null }]
      : [];
  const rulings = [...content.may].flatMap(([name, may]): Act[] => {
    if (!SHOWN[name].includes(standing)) return [];
    return [{ name, blocked: may.ok ? null : may.code }];
  });
  return [...notice, ...rulings];
}

/** In which standings the page speaks of each. */
const SHOWN: Readonly<Record<RulingKind, readonly string[]>> = {
  decision: ['replying', 'paused', 'to_decide'],
  appeal: ['appealed'],
  rescission: ['declared', 'final'],
};

export function ActsPanel(o: BreachPageOptions) {
  const { view, staff, content } = o;
  const { t } = view;
  const acts = actsOf(o);
  const answers = content.breach.rulings.some(
    (ruling) => mayAnswer(staff, ruling) && ruling.proposedBy !== staff.id,
  );
  const path = `/breaches/${content.breach.file.id}`;
  return (
    <section aria-labelledby="acts">
      <h2 class="govuk-heading-m" id="acts">
        {t('breaches.one.act')}
      </h2>
      {acts.length === 0 && (
        <p class="govuk-body">
          {t(answers ? 'breaches.one.answerProposal' : 'breaches.one.nothing')}
        </p>
      )}
      {acts.map(({ name, blocked }) =>
        blocked ? (
          <>
            <p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">
              {t(`breaches.actions.${name}.button`)}
            </p>
            <p class="govuk-body-s">{t.dynamic(`breaches.refused.${blocked}`)}</p>
          </>
        ) : (
          <>
            <govuk.Button
              href={`${path}/${name}`}
              text={t(`breaches.actions.${name}.button`)}
              classes={`govuk-!-margin-bottom-1${name === 'rescission' ? ' govuk-button--secondary' : ''}`}
            />
            <p class="govuk-body-s">
              {t(`breaches.actions.${name}.effect`, { days: content.rules.replyDays })}
            </p>
          </>
        ),
      )}
    </section>
  );
}
