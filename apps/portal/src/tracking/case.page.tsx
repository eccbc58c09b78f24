import { dayIn, endOfDay, formatDay, formatMoment, type PlainDate } from '#kernel';
import { Day, KeyFacts, Page, StatusPanel, Timeline, DateTime, govuk } from '#web';
import type { Fact } from '#web';
import { Notice } from '../notice.tsx';
import { accountPath } from '../refund-account/account-path.ts';
import { AntiScam } from '../start/start.page.tsx';
import { programmeName } from '../start/programme-words.tsx';
import { consulateName } from '../cases/new-case.page.tsx';
import type { PortalView } from '../text/index.ts';
import { BondPanel } from './bond-panel.page.tsx';
import { calendarDates } from './calendar-dates.ts';
import { ContactPanel } from './contact-panel.page.tsx';
import { DisputePanel } from './dispute-panel.page.tsx';
import { EvidencePanel } from './evidence-panel.page.tsx';
import { ExtensionPanel } from './extension-panel.page.tsx';
import { InformationPanel } from './information-panel.page.tsx';
import { JourneyPanel } from './journey-panel.page.tsx';
import { RefundPanel } from './refund-panel.page.tsx';
import { RefusalPanel } from './refusal-panel.page.tsx';
import { standing } from './situation.ts';
import { TO_POST, ToPost, UNDER_WAY } from './to-post.page.tsx';
import type { Tracked } from './tracking.service.ts';
import { SuspensePanel } from './suspense-panel.page.tsx';
import { VisaPanel } from './visa-panel.page.tsx';
import { WithdrawLink } from '../withdraw/withdraw-link.page.tsx';

type Props = { view: PortalView; tracked: Tracked };

/** The latest of them matter most; the history has them all. */
const FACTS_MAX = 4;

/** Nothing was paid yet and something may still be asked: the moment for which fraud waits. */
const isBeforePaying = ({ bond, refusal, situation }: Tracked): boolean =>
  (bond === null && refusal === null) || TO_POST.includes(situation);

/** By when somebody must act, in words with the zone; nothing where there is no date. */
function dueBy({ view, tracked }: Props): string | null {
  const { t, lang } = view;
  const { situation, bond, refund, row, consulate, evidence } = tracked;
  const day = (when: string) => t('tracking.dueBy', { when });
  if (TO_POST.includes(situation) && bond) {
    return day(formatMoment(bond.clock.postBy, consulate.timeZone, lang));
  }
  const isReturning = situation === 'refund_under_way' || situation === 'refund_waits';
  if (isReturning && refund) return day(formatDay(refund.promisedBy, lang));
  const { breach } = tracked;
  const moment =
    situation === 'breach_reply'
      ? breach?.file.replyBy
      : situation === 'breach_declared'
        ? breach?.file.appealBy
        : situation === 'information_requested'
          ? tracked.information?.answerBy
          : null;
  if (moment) return day(formatMoment(moment, consulate.timeZone, lang));
  if (situation === 'visa_issued' && row.visa) return day(formatDay(row.visa.validUntil, lang));
  if (situation === 'evidence_needed' && evidence) {
    return day(formatMoment(endOfDay(evidence.answerOn, evidence.zone), evidence.zone, lang));
  }
  const leaveBy = row.visa?.leaveBy;
  return situation === 'travelling' && leaveBy ? day(formatDay(leaveBy, lang)) : null;
}

/** To the notice while it can be replied to; afterwards to the decision. */
function BreachAction({ view, tracked }: Props) {
  const { t } = view;
  const key = tracked.situation === 'breach_reply' ? 'breach.link' : 'breach.linkDecision';
  return <govuk.Button text={t(key)} href={`/cases/${tracked.row.reference}/breach`} />;
}

function Action({ view, tracked }: Props) {
  const { t } = view;
  const { situation, row } = tracked;
  const bond = `/cases/${row.reference}/bond`;
  if (tracked.breach) return <BreachAction view={view} tracked={tracked} />;
  if (situation === 'bond_payer_asked' || situation === 'bond_with_payer') {
    return <govuk.Button text={t('tracking.action.direction')} href={bond} />;
  }
  if (situation === 'bond_to_sign') {
    return (
      <div class="govuk-button-group">
        <govuk.Button text={t('tracking.action.direction')} href={bond} />
        <a class="govuk-link" href={`${bond}/undertaking`}>
          {t('tracking.action.sign')}
        </a>
      </div>
    );
  }
  if (situation === 'information_requested') {
    const href = `/cases/${row.reference}/information`;
    return <govuk.Button text={t('information.link')} href={href} />;
  }
  if (situation === 'refund_needs_account') {
    const href = accountPath(row.reference, tracked.refund!.refundId);
    return <govuk.Button text={t('refundAccount.panel.give')} href={href} />;
  }
  if (situation === 'bond_to_pay' || situation === 'bond_paying') {
    const text = t(situation === 'bond_to_pay' ? 'tracking.action.pay' : 'tracking.action.goOn');
    return <govuk.Button text={text} href={`${bond}/pay`} />;
  }
  if (!UNDER_WAY.includes(situation)) return null;
  return <govuk.Button text={t('tracking.action.underWay')} href={`${bond}/paid`} />;
}

const hasAction = ({ situation, breach, information }: Tracked): boolean =>
  [...TO_POST, 'refund_needs_account'].includes(situation) ||
  (situation === 'information_requested' && information !== null) ||
  Boolean(breach?.file.noticedAt);

function Standing({ view, tracked }: Props) {
  const { t, lang } = view;
  const { who, tone } = standing[tracked.situation];
  const due = dueBy({ view, tracked });
  return (
    <StatusPanel
      lang={lang}
      status={t(`tracking.situation.${tracked.situation}.status`)}
      next={
        <>
          {t(`tracking.situation.${tracked.situation}.next`)} {due && <strong>{due}</strong>}
        </>
      }
      who={
        who === 'you' || who === 'nobody'
          ? who
          : { name: t(`tracking.who.${who}`, { city: tracked.consulate.city }) }
      }
      tone={tone}
    >
      {hasAction(tracked) && <Action view={view} tracked={tracked} />}
    </StatusPanel>
  );
}

function factsOf({ view, tracked }: Props): Fact[] {
  const { t, lang } = view;
  const { row, bond, refund, consulate } = tracked;
  const { visa } = row;
  const facts: [string, PlainDate | null | undefined][] = [
    [t('tracking.dates.submitted'), row.submittedAt && dayIn(row.submittedAt, consulate.timeZone)],
    [
      t('tracking.dates.postBy'),
      bond && !bond.bond.heldAt ? dayIn(bond.clock.postBy, consulate.timeZone) : null,
    ],
    [t('tracking.dates.held'), bond?.bond.heldAt && dayIn(bond.bond.heldAt, consulate.timeZone)],
    [t('tracking.dates.validUntil'), visa?.admittedOn ? null : visa?.validUntil],
    [t('tracking.dates.leaveBy'), visa?.leaveBy],
    [t('tracking.dates.departed'), visa?.departedOn],
    [t('tracking.dates.promised'), refund?.promisedBy],
    [t('tracking.dates.returned'), refund?.returnedOn],
  ];
  return facts
    .flatMap(([label, day]) =>
      day ? [{ label, value: <time dateTime={day.toString()}>{formatDay(day, lang)}</time> }] : [],
    )
    .slice(-FACTS_MAX);
}

const History = ({ view, tracked }: Props) => {
  const consulate = view.t('tracking.by', { city: tracked.consulate.city });
  return (
    <>
      <h2 class="govuk-heading-m">{view.t('tracking.history.title')}</h2>
      <p class="govuk-body">{view.t('tracking.history.zone', { city: tracked.consulate.city })}</p>
      <Timeline
        lang={view.lang}
        items={tracked.history.map((item) => ({
          title: view.t.dynamic(`tracking.history.${item.key}`),
          when: item.day ? (
            <Day day={item.day} lang={view.lang} />
          ) : (
            <DateTime at={item.at} zone={tracked.consulate.timeZone} lang={view.lang} />
          ),
          // Titles say who else it was: you, or the portal by itself.
          by: item.by === 'consulate' ? consulate : undefined,
        }))}
      />
    </>
  );
};

/** Where the case stands, who must act and by when; its money, its visa, and all that happened. */
export function CasePage({ view, tracked, notice }: Props & { notice?: string }) {
  const { t } = view;
  const { row, bond, refund, surpluses, programme, consulate } = tracked;
  const title = t('tracking.title', { reference: row.reference });
  return (
    <Page view={view} title={title} back="/cases">
      {notice && <Notice view={view} text={notice} />}
      <span class="govuk-caption-l">
        {programmeName(view, programme)} · {consulateName(view, consulate)}
      </span>
      <h1 class="govuk-heading-l">{title}</h1>
      <Standing view={view} tracked={tracked} />
      <ToPost view={view} tracked={tracked} />
      {tracked.refusal && <RefusalPanel view={view} tracked={tracked} refusal={tracked.refusal} />}
      <DisputePanel view={view} of={tracked} />
      <InformationPanel view={view} tracked={tracked} />
      <EvidencePanel view={view} tracked={tracked} />
      <ExtensionPanel view={view} tracked={tracked} />
      <h2 class="govuk-heading-m">{t('tracking.dates.title')}</h2>
      <KeyFacts facts={factsOf({ view, tracked })} />
      {Object.keys(calendarDates(tracked)).length > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/cases/${row.reference}/dates.ics`}>
            {t('contact.calendar')}
          </a>
        </p>
      )}
      {row.submittedAt && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/cases/${row.reference}/application`}>
            {t('papers.submitted.link')}
          </a>
        </p>
      )}
      {refund && (
        <RefundPanel
          {...{ view, refund, zone: consulate.timeZone, reference: row.reference }}
          title={t('tracking.refund.title')}
        />
      )}
      <SuspensePanel view={view} tracked={tracked} />
      {surpluses.map((surplus) => (
        <RefundPanel
          {...{ view, refund: surplus, zone: consulate.timeZone, reference: row.reference }}
          title={t('tracking.refund.surplus')}
          isSurplus
        />
      ))}
      {bond && <BondPanel view={view} tracked={tracked} bond={bond} />}
      {row.visa && <VisaPanel view={view} tracked={tracked} visa={row.visa} />}
      <JourneyPanel view={view} tracked={tracked} />
      {isBeforePaying(tracked) && <AntiScam view={view} />}
      <ContactPanel view={view} own={tracked} />
      <History view={view} tracked={tracked} />
      <WithdrawLink view={view} row={row} />
    </Page>
  );
}
