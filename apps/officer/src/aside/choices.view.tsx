import { dismissReasons } from '#departure';
import { fieldErrors, Form, RadioField, Submit } from '#web';
import type { AsidePageOptions } from './aside-page.ts';

const pathOf = ({ content }: AsidePageOptions) => `/movements/aside/${content.line.id}`;

/** All that dismissing causes, before anybody presses. */
export function DismissalEffects({ view, content }: AsidePageOptions) {
  const { t } = view;
  return (
    <ul class="govuk-list govuk-list--bullet">
      <li>{t('aside.effects.unused')}</li>
      {content.line.personId && <li>{t('aside.effects.traveller')}</li>}
      <li>{t('aside.effects.final')}</li>
    </ul>
  );
}

function Dismiss(o: AsidePageOptions) {
  const { view, content, errors = [] } = o;
  const { t } = view;
  const two = content.line.personId ? 'twoForBond' : 'twoForUnknown';
  return (
    <>
      <h3 class="govuk-heading-s">{t('states.asideKind.dismiss')}</h3>
      <DismissalEffects {...o} />
      <p class="govuk-body">{t(`aside.${content.needsTwo ? two : 'one'}`)}</p>
      <Form view={view} action={`${pathOf(o)}/dismiss`}>
        <RadioField
          {...{ view, values: {}, errors: fieldErrors(view, errors) }}
          name="reason"
          label={t('aside.reason')}
          choices={dismissReasons.map((value) => ({ value, text: t(`states.dismiss.${value}`) }))}
        />
        <Submit
          text={t(content.needsTwo ? 'aside.proposeDismissal' : 'states.asideKind.dismiss')}
          classes={content.needsTwo ? undefined : 'govuk-button--warning'}
        />
      </Form>
    </>
  );
}

function AssessAgain(o: AsidePageOptions) {
  const { t } = o.view;
  if (o.content.line.kind === 'deleted') return null;
  return (
    <>
      <h3 class="govuk-heading-s">{t('states.asideKind.assess_again')}</h3>
      <p class="govuk-body">{t('aside.assessLead')}</p>
      <Form view={o.view} action={`${pathOf(o)}/assess`}>
        <Submit text={t('states.asideKind.assess_again')} />
      </Form>
    </>
  );
}

/** Who looks after it: taken by who does, released by who stops, or for somebody who is away. */
function Holding(o: AsidePageOptions) {
  const { view, staff, content } = o;
  const { holder } = content.standing;
  const release = holder === staff.id ? 'release' : 'releaseOther';
  return (
    <Form view={view} action={`${pathOf(o)}/${holder ? 'release' : 'take'}`}>
      <Submit
        text={view.t(`aside.${holder ? release : 'take'}`)}
        classes="govuk-button--secondary"
      />
    </Form>
  );
}

/** The cause is gone, or the record is none of ours; and who looks after it until then. */
export const Choices = (o: AsidePageOptions) => (
  <>
    <AssessAgain {...o} />
    <Dismiss {...o} />
    <Holding {...o} />
  </>
);
