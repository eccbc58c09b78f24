import { suspenseDeclines, type SuspenseProposal } from '#refund';
import { fieldErrors, Form, govuk, SelectField, Submit, type FieldError } from '#web';
import type { Staff } from '../accounts-for-web.service.ts';
import type { OfficerView } from '../text/index.ts';
import { openEffects } from './effects.ts';
import type { SuspenseContent } from './suspense-contents.service.ts';

interface OpenProps {
  readonly view: OfficerView;
  readonly staff: Staff;
  readonly content: SuspenseContent;
  readonly open: SuspenseProposal;
  readonly errors?: readonly FieldError[];
}

const pathOf = ({ content, open }: OpenProps) =>
  `/suspense/${content.item.receivedPaymentId}/proposals/${open.id}`;

/** What another person is asked to agree with, and all that it would cause. */
function Approve(o: OpenProps) {
  const { view, content } = o;
  const { t } = view;
  const { possible } = content;
  if (possible && !possible.ok) {
    return (
      <govuk.InsetText
        text={`${t('suspenseSteps.one.notPossible')} ${t(`suspense.refused.${possible.code}`)}`}
      />
    );
  }
  return (
    <>
      <p class="govuk-body">{t('suspenseSteps.one.ifApproved')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {openEffects(view, content).map((effect) => (
          <li>{effect}</li>
        ))}
      </ul>
      <Form view={view} action={`${pathOf(o)}/approve`}>
        <Submit text={t('suspenseSteps.one.approve')} />
      </Form>
    </>
  );
}

function Decline(o: OpenProps) {
  const { view, errors = [] } = o;
  const { t } = view;
  return (
    <Form view={view} action={`${pathOf(o)}/decline`}>
      <SelectField
        {...{ view, values: {}, errors: fieldErrors(view, errors) }}
        name="reason"
        label={t('suspenseSteps.one.declineReason')}
        empty={t('suspenseSteps.one.chooseReason')}
        choices={suspenseDeclines
          .filter((value) => value !== 'taken_back')
          .map((value) => ({ value, text: t(`states.suspenseDecline.${value}`) }))}
      />
      <Submit text={t('suspenseSteps.one.decline')} classes="govuk-button--secondary" />
    </Form>
  );
}

/** The proposal that waits: the second person's answer, or the first one's way back. */
export function OpenProposal(o: OpenProps) {
  const { view, staff, content, open } = o;
  const { t } = view;
  const name = content.names.get(open.proposedBy) ?? t('lists.nobody');
  const what = t(`states.suspenseKind.${open.kind}`);
  if (open.proposedBy === staff.id) {
    return (
      <>
        <p class="govuk-body">
          <strong>{what}.</strong> {t('suspenseSteps.one.anotherApproves')}
        </p>
        <Form view={view} action={`${pathOf(o)}/decline`}>
          <Submit text={t('suspenseSteps.one.takeBack')} classes="govuk-button--secondary" />
        </Form>
      </>
    );
  }
  return (
    <>
      <p class="govuk-body">
        <strong>{what}.</strong> {t('suspenseSteps.one.by', { name })}
      </p>
      <Approve {...o} />
      <Decline {...o} />
    </>
  );
}
