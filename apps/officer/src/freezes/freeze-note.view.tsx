import { govuk } from '#web';
import type { CasePageOptions } from '../cases/case-page.ts';

/** That officers have stopped this case, before anybody presses anything on it. */
export function FreezeNotes({ view, content }: CasePageOptions) {
  const { t } = view;
  return (
    <>
      {content.freezes.map((freeze) => (
        <govuk.InsetText
          html={
            <>
              <p class="govuk-body govuk-!-font-weight-bold">
                {t('freezes.note.title', { reason: t(`states.freeze.${freeze.reasonCode}`) })}
              </p>
              <p class="govuk-body">{t('freezes.note.body')}</p>
              {view.account?.permissions.has('visa.issue') && (
                <a class="govuk-link" href={`/freezes/${freeze.id}`}>
                  {t('freezes.note.link')}
                </a>
              )}
            </>
          }
        />
      ))}
    </>
  );
}
