import { mayConfirm, mayRenew, reassignReasons, type CaseDocument } from '#application';
import { dayIn, formatDay } from '#kernel';
import { Badge, fieldErrors, Form, govuk, RadioField, Submit } from '#web';
import type { CasePageOptions } from '../cases/case-page.ts';
import type { ComponentChildren } from 'preact';
import { ValidityBadge } from './validity.view.tsx';
import { CaseLink } from '../shared/case-link.view.tsx';

const line = (key: string, children: ComponentChildren) => ({
  key: { text: key },
  value: { html: <>{children}</> },
});

function byWhom({ view, content }: CasePageOptions, d: CaseDocument): string {
  const { t, lang } = view;
  const name = content.passport.names.get(d.confirmedBy) ?? t('queues.nobody');
  const day = formatDay(dayIn(d.confirmedAt, content.consulate.timeZone), lang);
  return t('passport.by', { name, day });
}

function Renewals(o: CasePageOptions) {
  const { t } = o.view;
  return (
    <ul class="govuk-list">
      {o.content.passport.renewals.map((d) => {
        const details = o.content.documents.get(d.documentId)?.details;
        return (
          <li>
            {details && `${details.issuingState} ${details.number}, `}
            {t.dynamic(`states.renewal.${d.reasonCode}`)}. {byWhom(o, d)}
          </li>
        );
      })}
    </ul>
  );
}

/** Other cases that name the passport: whose it is, is the officer's to say. */
function Rivals({ view, content }: CasePageOptions) {
  const { t } = view;
  const { rivals } = content.passport;
  if (rivals.length === 0) return null;
  return (
    <>
      <govuk.WarningText text={t('passport.rivals')} iconFallbackText={t('passport.warning')} />
      <ul class="govuk-list govuk-list--bullet">
        {rivals.map((r) => (
          <li>
            <CaseLink view={view} reference={r.reference} />
            {' · '}
            {t(`states.case.${r.state}`)}.{' '}
            {t(r.isConfirmed ? 'passport.rivalConfirmed' : 'passport.rivalClaims')}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Whether the machine-readable lines say what was typed; where not, an officer compares by eye. */
function Lines({ view, content }: CasePageOptions) {
  const { t } = view;
  const flags = content.submission?.mrzFlags ?? [];
  if (flags.length === 0) return <>{t('passport.linesAgree')}</>;
  return (
    <>
      <Badge tone="wait">{t('passport.linesLook')}</Badge>{' '}
      {flags.map((flag) => t(`passport.flag.${flag}`)).join(', ')}
    </>
  );
}

function Confirming({ view, staff, content }: CasePageOptions) {
  const { t } = view;
  const { row, passport } = content;
  if (!staff.permissions.has('case.review') || passport.confirmed) return null;
  const may = mayConfirm(row, staff.id);
  if (!may.ok) {
    const isClosed = may.code === 'wrong_state';
    return isClosed ? null : <p class="govuk-body-s">{t('passport.holdFirst')}</p>;
  }
  const isContested = passport.rivals.some((r) => r.isConfirmed);
  return (
    <Form view={view} action={`/cases/${row.reference}/passport/confirm`}>
      <p class="govuk-body">{t('passport.statement')}</p>
      {isContested && (
        <RadioField
          {...{ view, values: {}, errors: fieldErrors(view, []) }}
          name="reason"
          label={t('passport.reassignReason')}
          hint={t('passport.reassignHint')}
          choices={reassignReasons.map((value) => ({ value, text: t(`states.reassign.${value}`) }))}
        />
      )}
      <Submit
        text={t(isContested ? 'passport.reassign' : 'passport.confirm')}
        {...(isContested && { classes: 'govuk-button--warning' })}
      />
    </Form>
  );
}

/** The passport of the case, whose it is by whose word, and what one may say about it (R32). */
export function PassportPanel(o: CasePageOptions) {
  const { view, staff, content } = o;
  const { t } = view;
  const { document, passport, row } = content;
  if (!document) return null;
  const { confirmed, renewals } = passport;
  const mayRecord =
    staff.permissions.has('case.review') &&
    mayRenew(row, { accountId: staff.id, consulateId: staff.consulateId }).ok;
  return (
    <section aria-labelledby="passport">
      <h2 class="govuk-heading-m" id="passport">
        {t('passport.title')}
      </h2>
      <govuk.SummaryList
        rows={[
          line(t('passport.number'), `${document.issuingState} ${document.number}`),
          line(
            t('passport.standing'),
            confirmed ? (
              <>
                <Badge tone="good">{t('passport.confirmed')}</Badge> {byWhom(o, confirmed)}
              </>
            ) : (
              <Badge tone="wait">{t('passport.unconfirmed')}</Badge>
            ),
          ),
          content.validity &&
            line(t('passport.validity'), <ValidityBadge view={view} validity={content.validity} />),
          line(t('passport.lines'), <Lines {...o} />),
          renewals.length > 0 && line(t('passport.renewals'), <Renewals {...o} />),
        ]}
      />
      <Rivals {...o} />
      <Confirming {...o} />
      {mayRecord && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/cases/${row.reference}/passport/renewal`}>
            {t('passport.renew')}
          </a>
        </p>
      )}
    </section>
  );
}
