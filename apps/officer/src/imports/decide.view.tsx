import { importDeclines, mayConfirmImport, mayDeclineImport } from '#travel';
import { fieldErrors, Form, govuk, SelectField, Submit } from '#web';
import { isRunning, type ImportPageOptions } from './import-page.ts';

/** What one may decide; the service and the database check again. */
export function DecideImport(o: ImportPageOptions) {
  const { view, staff, content } = o;
  const { t } = view;
  const { sent } = content;
  const own = sent.sentBy === staff.id;
  const mayDecline = mayDeclineImport(sent, staff.id, importDeclines[0]).ok;
  if (!mayDecline) return null;
  if (own) return <Withdraw {...o} />;
  if (isRunning(o)) return null;
  if (!staff.permissions.has('movement.confirm')) {
    return <govuk.InsetText text={t('imports.decide.noRight')} />;
  }
  const may = mayConfirmImport(sent, staff.id);
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-one-half">
        <h2 class="govuk-heading-m">{t('imports.decide.confirm')}</h2>
        <p class="govuk-body">
          {t(may.ok ? 'imports.decide.confirmEffect' : 'imports.decide.nothing')}
        </p>
        {may.ok && (
          <Form view={view} action={`/movements/imports/${sent.id}/confirm`}>
            <Submit text={t('imports.decide.confirm')} />
          </Form>
        )}
      </div>
      <div class="govuk-grid-column-one-half">
        <h2 class="govuk-heading-m">{t('imports.decide.decline')}</h2>
        <p class="govuk-body">{t('imports.decide.declineEffect')}</p>
        <Form view={view} action={`/movements/imports/${sent.id}/decline`}>
          <SelectField
            {...{ view, values: {}, errors: fieldErrors(view, []) }}
            name="reason"
            label={t('imports.decide.reason')}
            empty={t('imports.decide.chooseReason')}
            choices={importDeclines.map((value) => ({
              value,
              text: t(`states.importDecline.${value}`),
            }))}
          />
          <Submit text={t('imports.decide.decline')} classes="govuk-button--secondary" />
        </Form>
      </div>
    </div>
  );
}

/** Whoever sent it cannot confirm it, and can take it back. */
function Withdraw({ view, content }: ImportPageOptions) {
  const { t } = view;
  return (
    <>
      <govuk.InsetText text={t('imports.decide.own')} />
      <Form view={view} action={`/movements/imports/${content.sent.id}/decline`}>
        <Submit text={t('imports.decide.withdraw')} classes="govuk-button--secondary" />
      </Form>
    </>
  );
}
