import { receiptOf } from '#bond-escrow';
import { dayIn, formatDay, formatMoment, type PlainDate } from '#kernel';
import { mayGiveBeforehand } from '#refund';
import { Form, govuk, KeyFacts, MoneyFigure, Page, StatusPanel, Submit, type Fact } from '#web';
import { PostingClockNote } from '../bond/posting-clock.page.tsx';
import { consulateName } from '../cases/new-case.page.tsx';
import { Notice } from '../notice.tsx';
import { accountPath } from '../refund-account/account-path.ts';
import { programmeName } from '../start/programme-words.tsx';
import { AntiScam } from '../start/start.page.tsx';
import type { PortalView } from '../text/index.ts';
import { ContactPanel } from '../tracking/contact-panel.page.tsx';
import { DeclinedNotice } from '../tracking/declined.page.tsx';
import { DisputePanel } from '../tracking/dispute-panel.page.tsx';
import { RefundPanel } from '../tracking/refund-panel.page.tsx';
import { standing } from '../tracking/situation.ts';
import { TO_POST, UNDER_WAY } from '../tracking/to-post.page.tsx';
import { SuspensePanel } from '../tracking/suspense-panel.page.tsx';
import type { PaidBond } from './paid-bonds.service.ts';

type Props = { view: PortalView; paid: PaidBond };

function Action({ view, paid }: Props) {
  const { t } = view;
  const { situation, row, refund, breach } = paid;
  const home = `/cases/${row.reference}`;
  if (breach?.file.noticedAt) {
    const key = situation === 'breach_reply' ? 'breach.link' : 'breach.linkDecision';
    return <govuk.Button text={t(key)} href={`${home}/breach`} />;
  }
  if (situation === 'refund_needs_account' && refund) {
    const href = accountPath(row.reference, refund.refundId);
    return <govuk.Button text={t('refundAccount.panel.give')} href={href} />;
  }
  if (situation === 'bond_to_sign') {
    return <govuk.Button text={t('bond.direction.sign')} href={`${home}/bond/undertaking`} />;
  }
  if (UNDER_WAY.includes(situation)) {
    return <govuk.Button text={t('tracking.action.underWay')} href={`${home}/bond/paid`} />;
  }
  if (situation !== 'bond_to_pay' && situation !== 'bond_paying') return null;
  const text = t(situation === 'bond_to_pay' ? 'bond.direction.pay' : 'bond.direction.goOn');
  return <govuk.Button text={text} href={`${home}/bond`} />;
}

function Standing({ view, paid }: Props) {
  const { t, lang } = view;
  const { situation, bond, consulate } = paid;
  const { who, tone } = standing[situation];
  const words = (part: 'status' | 'next') => {
    const own = `payer.situation.${situation}.${part}`;
    return t.has(own) ? t.dynamic(own) : t(`tracking.situation.${situation}.${part}`);
  };
  const due = TO_POST.includes(situation)
    ? t('tracking.dueBy', { when: formatMoment(bond.clock.postBy, consulate.timeZone, lang) })
    : null;
  const acts = situation === 'evidence_needed' ? 'traveller' : who;
  return (
    <StatusPanel
      lang={lang}
      status={words('status')}
      next={
        <>
          {words('next')} {due && <strong>{due}</strong>}
        </>
      }
      who={
        acts === 'you' || acts === 'nobody'
          ? acts
          : { name: t(`tracking.who.${acts}`, { city: consulate.city }) }
      }
      tone={tone}
    >
      <Action {...{ view, paid }} />
    </StatusPanel>
  );
}

function factsOf({ view: { t, lang }, paid }: Props): Fact[] {
  const { bond, consulate, refund } = paid;
  const { heldAt } = bond.bond;
  const zone = consulate.timeZone;
  const facts: [string, PlainDate | null | undefined][] = [
    [t('tracking.dates.postBy'), heldAt ? null : dayIn(bond.clock.postBy, zone)],
    [t('tracking.dates.held'), heldAt && dayIn(heldAt, zone)],
    [t('tracking.dates.promised'), refund?.promisedBy],
    [t('tracking.dates.returned'), refund?.returnedOn],
  ];
  return facts.flatMap(([label, day]) =>
    day ? [{ label, value: <time dateTime={day.toString()}>{formatDay(day, lang)}</time> }] : [],
  );
}

const linkTo = (href: string, text: string) => (
  <a class="govuk-link" href={href}>
    {text}
  </a>
);

function Papers({ view, paid }: Props) {
  const { t, lang } = view;
  const { bond, consulate, traveller } = paid;
  const home = `/cases/${paid.row.reference}/bond`;
  const signed = bond.signedAt && formatMoment(bond.signedAt, consulate.timeZone, lang);
  const receipt = bond.bond.heldAt && receiptOf(bond, paid.notCounted);
  return (
    <govuk.SummaryList
      rows={[
        {
          key: { text: t('tracking.bond.amount') },
          value: { html: <MoneyFigure money={bond.amount} lang={lang} /> },
        },
        { key: { text: t('payer.bond.traveller') }, value: { text: traveller } },
        {
          key: { text: t('tracking.bond.status') },
          value: { text: t(`tracking.bond.state.${bond.status}`) },
        },
        {
          key: { text: t('payer.bond.direction') },
          value: { html: linkTo(home, t('payer.bond.directionLink')) },
        },
        signed && {
          key: { text: t('payer.bond.undertaking') },
          value: {
            html: (
              <>
                {t('tracking.bond.signed', { when: signed })}
                <br />
                {linkTo(`${home}/undertaking`, t('payer.bond.read'))}
                <br />
                {linkTo(`${home}/undertaking.pdf`, t('payer.bond.file'))}
              </>
            ),
          },
        },
        receipt && {
          key: { text: t('tracking.bond.receipt') },
          value: { html: linkTo(`${home}/receipt`, t('papers.receipt.link')) },
        },
      ]}
    />
  );
}

const StepBack = ({ view, paid }: Props) => (
  <>
    <h2 class="govuk-heading-m">{view.t('payer.bond.stop')}</h2>
    <p class="govuk-body">{view.t('payer.bond.stopBody')}</p>
    <Form view={view} action={`/cases/${paid.row.reference}/bond/payer/step-back`}>
      <Submit text={view.t('payer.bond.stopButton')} classes="govuk-button--secondary" />
    </Form>
  </>
);

/** A bond as its payer sees it: what to do, where the money is, what was signed. */
export function PaidBondPage(o: Props & { notice?: string | undefined }) {
  const { view, paid, notice } = o;
  const { t } = view;
  const { row, bond, refund, consulate, programme } = paid;
  const { reference } = row;
  const title = t('payer.bond.title', { reference });
  const isToPay = TO_POST.includes(paid.situation);
  const zone = consulate.timeZone;
  return (
    <Page view={view} title={title} back="/bonds">
      {notice && <Notice view={view} text={notice} />}
      <span class="govuk-caption-l">
        {programmeName(view, programme)} · {consulateName(view, consulate)}
      </span>
      <h1 class="govuk-heading-l">{title}</h1>
      <Standing {...o} />
      {isToPay && <PostingClockNote {...{ view, bond, zone }} />}
      {isToPay && <DeclinedNotice {...{ view, bond }} />}
      <DisputePanel view={view} of={paid} />
      <h2 class="govuk-heading-m">{t('tracking.dates.title')}</h2>
      <KeyFacts facts={factsOf(o)} />
      {refund && (
        <RefundPanel {...{ view, refund, zone, reference }} title={t('tracking.refund.title')} />
      )}
      <SuspensePanel view={view} tracked={paid} />
      {paid.surpluses.map((surplus) => (
        <RefundPanel
          {...{ view, refund: surplus, zone, reference }}
          title={t('tracking.refund.surplus')}
          isSurplus
        />
      ))}
      <h2 class="govuk-heading-m">{t('tracking.bond.title')}</h2>
      <Papers {...o} />
      {mayGiveBeforehand(bond.bond.state) && (
        <p class="govuk-body">
          {linkTo(`/cases/${reference}/bond/refund-account`, t('refundAccount.beforehand.link'))}
        </p>
      )}
      <p class="govuk-body">{t('payer.bond.files')}</p>
      {isToPay && <AntiScam view={view} />}
      <ContactPanel view={view} own={paid} />
      {bond.bond.state === 'required' && <StepBack {...o} />}
    </Page>
  );
}
