import { formatMoney, money } from '#kernel';
import { isOfBank, remedyOf, stepsOf } from '#treasury';
import { Form, Submit } from '#web';
import type { DifferencePageOptions } from './difference-page.ts';

const pathOf = (o: DifferencePageOptions) => `/differences/${o.difference.row.id}`;

/** What a booking would book, in sentences. */
function WhatIsBooked({ view, difference, unbooked }: DifferencePageOptions) {
  const { t, lang } = view;
  const { subject, currency, kind, movedMinor } = difference.row;
  if (isOfBank(kind)) {
    const minor = movedMinor ?? 0n;
    const amount = formatMoney(money(minor < 0n ? -minor : minor, currency), lang);
    return (
      <ul class="govuk-list govuk-list--bullet">
        <li>{t(`differences.step.${minor < 0n ? 'drawn' : 'funded'}`, { amount })}</li>
        <li>{t('differences.one.noChange')}</li>
      </ul>
    );
  }
  const of = (minor: string) => money(BigInt(minor), currency);
  const steps = unbooked
    .filter((movement) => movement.currency === currency)
    .flatMap((m) => stepsOf(subject, { amount: of(m.amount), fee: of(m.fee) }));
  return (
    <ul class="govuk-list govuk-list--bullet">
      {steps.map(({ code, amount }) => (
        <li>{t(`differences.step.${code}`, { amount: formatMoney(amount, lang) })}</li>
      ))}
      <li>{t('differences.one.noChange')}</li>
    </ul>
  );
}

/** Who looks after it: taken by who does, released by who stops, or for somebody who is away. */
function Holding({ view, staff, ...o }: DifferencePageOptions) {
  const { t } = view;
  const { takenBy, id } = o.difference.row;
  const release = takenBy === staff.id ? 'release' : 'releaseOther';
  return (
    <Form view={view} action={`/differences/${id}/${takenBy ? 'release' : 'take'}`}>
      <Submit
        text={t(`differences.one.${takenBy ? release : 'take'}`)}
        classes="govuk-button--secondary"
      />
    </Form>
  );
}

/** Nothing here mends it: what to ask the bank, and where its answer goes. */
function AskTheBank({ view, difference }: DifferencePageOptions) {
  const { t } = view;
  const { kind, subject } = difference.row;
  const isTransfer = subject === 'bank_transfer';
  return (
    <>
      <p class="govuk-body">
        {t(`differences.bank.${kind === 'bank_only' ? 'bank_only' : 'not_at_bank'}`)}
      </p>
      <p class="govuk-body">{t(`differences.bank.${isTransfer ? 'transfer' : 'payout'}`)}</p>
      {isTransfer && (
        <p class="govuk-body">
          <a class="govuk-link" href="/transfers">
            {t('differences.bank.transfers')}
          </a>
        </p>
      )}
    </>
  );
}

function Open(o: DifferencePageOptions) {
  const { view, difference } = o;
  const { t } = view;
  const { row } = difference;
  const remedy = remedyOf(row);
  if (remedy === 'ask') {
    return (
      <>
        <p class="govuk-body">{t.dynamic(`differences.effect.${row.subject}`)}</p>
        <Form view={view} action={`${pathOf(o)}/ask`}>
          <Submit text={t('differences.one.ask')} />
        </Form>
      </>
    );
  }
  if (remedy === 'book') {
    return (
      <>
        <p class="govuk-body">
          {t(`differences.one.${isOfBank(row.kind) ? 'checkBank' : 'check'}`)}
        </p>
        <p class="govuk-body">{t('differences.one.willBook')}</p>
        <WhatIsBooked {...o} />
        <Form view={view} action={`${pathOf(o)}/propose`}>
          <Submit text={t('differences.one.propose')} />
        </Form>
      </>
    );
  }
  if (isOfBank(row.kind)) return <AskTheBank {...o} />;
  const why = t(`differences.one.why.${row.kind === 'not_moved' ? 'not_moved' : 'charge'}`);
  return <p class="govuk-body">{t('differences.one.nothing', { why })}</p>;
}

/** The second person's answer, or the first one's way back. */
function Proposed(o: DifferencePageOptions) {
  const { view, staff, difference } = o;
  const { t } = view;
  const isOwn = difference.row.proposedBy === staff.id;
  return (
    <>
      <p class="govuk-body">{t(`differences.one.${isOwn ? 'own' : 'confirming'}`)}</p>
      <WhatIsBooked {...o} />
      {!isOwn && (
        <Form view={view} action={`${pathOf(o)}/confirm`}>
          <Submit text={t('differences.one.confirm')} />
        </Form>
      )}
      <Form view={view} action={`${pathOf(o)}/decline`}>
        <Submit
          text={t(`differences.one.${isOwn ? 'takeBack' : 'decline'}`)}
          classes="govuk-button--secondary"
        />
      </Form>
    </>
  );
}

/** What this person may do: one press, with all that it causes above it. */
export function DifferenceAct(o: DifferencePageOptions) {
  const { view, staff, difference } = o;
  const { t } = view;
  const { state } = difference.row;
  if (state === 'closed') return <p class="govuk-body">{t('differences.one.over')}</p>;
  if (state === 'asked' || state === 'confirmed') {
    return <p class="govuk-body">{t(`differences.one.${state}`)}</p>;
  }
  if (!staff.permissions.has('refund.approve')) {
    return <p class="govuk-body">{t('differences.one.notYours')}</p>;
  }
  return (
    <>
      {state === 'open' ? <Open {...o} /> : <Proposed {...o} />}
      <Holding {...o} />
    </>
  );
}
