import { formatMoney } from '#kernel';
import { joinReasons, rejectReasons } from '#travel';
import { fieldErrors, Form, govuk, RadioField, Submit } from '#web';
import type { MatchingPageOptions } from './matching-page.ts';

/** All that joining may cause, before anybody presses. */
function Effects({ view, content }: MatchingPageOptions) {
  const { t, lang } = view;
  const { bond, movement } = content;
  const mayReturn = bond?.bond.state === 'held' && movement.kind !== 'admitted';
  return (
    <ul class="govuk-list govuk-list--bullet">
      <li>{t('matching.effects.assessed')}</li>
      {mayReturn && (
        <li>{t('matching.effects.refund', { amount: formatMoney(bond.amount, lang) })}</li>
      )}
      <li>{t('matching.effects.final')}</li>
    </ul>
  );
}

/** The first person: it is this traveller, or it is not; each with a reason. */
function Compare({ view, content, errors = [] }: MatchingPageOptions) {
  const { t } = view;
  const path = `/movements/matching/${content.candidate.id}`;
  const field = { view, values: {}, errors: fieldErrors(view, errors) };
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-one-half">
        <h2 class="govuk-heading-m">{t('matching.propose')}</h2>
        <p class="govuk-body">{t('matching.proposeLead')}</p>
        <Form view={view} action={`${path}/propose`}>
          <RadioField
            {...field}
            name="joinReason"
            label={t('matching.joinReason')}
            choices={joinReasons.map((value) => ({ value, text: t(`states.join.${value}`) }))}
          />
          <Submit text={t('matching.propose')} />
        </Form>
      </div>
      <div class="govuk-grid-column-one-half">
        <h2 class="govuk-heading-m">{t('matching.reject')}</h2>
        <p class="govuk-body">{t('matching.rejectLead')}</p>
        <Form view={view} action={`${path}/reject`}>
          <RadioField
            {...field}
            name="rejectReason"
            label={t('matching.rejectReason')}
            choices={rejectReasons.map((value) => ({ value, text: t(`states.reject.${value}`) }))}
          />
          <Submit text={t('matching.reject')} classes="govuk-button--secondary" />
        </Form>
      </div>
    </div>
  );
}

/** The second person: what was proposed and why, what it causes, and the way back. */
function Confirm(o: MatchingPageOptions) {
  const { view, content, staff } = o;
  const { t } = view;
  const { candidate, names } = content;
  const path = `/movements/matching/${candidate.id}`;
  const isOwn = candidate.proposedBy === staff.id;
  const mayJoin = staff.permissions.has('bond.approve') && !isOwn;
  const name = (candidate.proposedBy && names.get(candidate.proposedBy)) || t('queues.nobody');
  const reason = t.dynamic(`states.join.${candidate.reasonCode}`);
  return (
    <>
      <h2 class="govuk-heading-m">{t('matching.proposal')}</h2>
      <govuk.InsetText text={t('matching.proposedBy', { name, reason })} />
      {mayJoin ? (
        <>
          <p class="govuk-body">{t('matching.joinLead')}</p>
          <Effects {...o} />
          <Form view={view} action={`${path}/join`}>
            <Submit text={t('matching.join')} classes="govuk-button--warning" />
          </Form>
        </>
      ) : (
        <p class="govuk-body">{t(isOwn ? 'matching.own' : 'matching.noRight')}</p>
      )}
      {(mayJoin || isOwn) && (
        <Form view={view} action={`${path}/decline`}>
          <Submit
            text={t(isOwn ? 'matching.takeBack' : 'matching.decline')}
            classes="govuk-button--secondary"
          />
        </Form>
      )}
    </>
  );
}

export function MatchingAnswer(o: MatchingPageOptions) {
  const { state, reasonCode } = o.content.candidate;
  if (state === 'open') return <Compare {...o} />;
  if (state === 'join_proposed') return <Confirm {...o} />;
  const { t } = o.view;
  const group = state === 'joined' ? 'join' : 'reject';
  return (
    <govuk.InsetText
      text={reasonCode ? t.dynamic(`states.${group}.${reasonCode}`) : t('matching.over')}
    />
  );
}
