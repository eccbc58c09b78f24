import { Form, govuk, Submit } from '#web';
import type { OfficerView } from '../text/index.ts';
import { actedOn, actionsFor, type CaseAction } from './case-actions.ts';
import type { CasePageOptions } from './case-page.ts';

/** Those that a press does at once; the others have a page of their own first. */
const AT_ONCE: ReadonlySet<string> = new Set(['take', 'release']);

function Press({ view, action, path }: { view: OfficerView; action: CaseAction; path: string }) {
  const text = view.t(`cases.actions.${action.name}.button`);
  const classes = 'govuk-!-margin-bottom-1';
  const plain = [
    'release',
    'information',
    'refuse',
    'correct',
    'revoke',
    'freeze',
    'record',
  ].includes(action.name);
  const look = plain ? `govuk-button--secondary ${classes}` : classes;
  return AT_ONCE.has(action.name) ? (
    <Form view={view} action={path}>
      <Submit text={text} classes={look} />
    </Form>
  ) : (
    <govuk.Button href={path} text={text} classes={look} />
  );
}

/** What one may do in this state, with what each will cause; and what stands in the way. */
export function ActionsPanel({ view, staff, content }: CasePageOptions) {
  const { t } = view;
  const { row, list, acts, visaStopped } = content;
  const actions = actionsFor(actedOn(row, list.facts.get(row.id), acts, visaStopped), staff);
  return (
    <section aria-labelledby="actions">
      <h2 class="govuk-heading-m" id="actions">
        {t('cases.actions.title')}
      </h2>
      {actions.length === 0 && <p class="govuk-body">{t('cases.actions.none')}</p>}
      {actions.map((action) => (
        <div class="govuk-!-margin-bottom-5">
          {action.blocked ? (
            <>
              <p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">
                {t(`cases.actions.${action.name}.button`)}
              </p>
              <p class="govuk-body-s">{t(`cases.why.${action.blocked}`)}</p>
            </>
          ) : (
            <>
              <Press view={view} action={action} path={`/cases/${row.reference}/${action.name}`} />
              <p class="govuk-body-s">{t(`cases.actions.${action.name}.effect`)}</p>
            </>
          )}
        </div>
      ))}
    </section>
  );
}
