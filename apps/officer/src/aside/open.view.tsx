import { dismissDeclines, type MovementProposal } from '#departure';
import { fieldErrors, Form, govuk, SelectField, Submit } from '#web';
import type { AsidePageOptions } from './aside-page.ts';
import { DismissalEffects } from './choices.view.tsx';

type OpenOptions = AsidePageOptions & { readonly open: MovementProposal };

const pathOf = ({ content, open }: OpenOptions) =>
  `/movements/aside/${content.line.id}/proposals/${open.id}`;

function Decline(o: OpenOptions) {
  const { view, errors = [] } = o;
  const { t } = view;
  return (
    <Form view={view} action={`${pathOf(o)}/decline`}>
      <SelectField
        {...{ view, values: {}, errors: fieldErrors(view, errors) }}
        name="declineReason"
        label={t('aside.declineReason')}
        empty={t('aside.chooseReason')}
        choices={dismissDeclines
          .filter((value) => value !== 'taken_back')
          .map((value) => ({ value, text: t(`states.dismissDecline.${value}`) }))}
      />
      <Submit text={t('aside.decline')} classes="govuk-button--secondary" />
    </Form>
  );
}

/** A dismissal that waits: the second person's answer, or the first one's way back. */
export function OpenDismissal(o: OpenOptions) {
  const { view, staff, content, open } = o;
  const { t } = view;
  const name = content.names.get(open.proposedBy) ?? t('lists.nobody');
  const reason = open.reasonCode ? t(`states.dismiss.${open.reasonCode}`) : '';
  if (open.proposedBy === staff.id) {
    return (
      <>
        <govuk.InsetText text={t('aside.own', { reason })} />
        <Form view={view} action={`${pathOf(o)}/decline`}>
          <Submit text={t('aside.takeBack')} classes="govuk-button--secondary" />
        </Form>
      </>
    );
  }
  return (
    <>
      <govuk.InsetText text={t('aside.proposed', { name, reason })} />
      {staff.permissions.has('bond.approve') ? (
        <>
          <p class="govuk-body">{t('aside.ifApproved')}</p>
          <DismissalEffects {...o} />
          <Form view={view} action={`${pathOf(o)}/approve`}>
            <Submit text={t('aside.approve')} classes="govuk-button--warning" />
          </Form>
        </>
      ) : (
        <p class="govuk-body">{t('aside.noRight')}</p>
      )}
      <Decline {...o} />
    </>
  );
}
