import { formatMoney } from '#kernel';
import type { VNode } from 'preact';
import {
  freezeMatrix,
  mayAnswer,
  UNSETTLED_STATES,
  type DisputeView,
  type FrozenAct,
} from '#refund';
import { DateTime, govuk, Page, Timeline } from '#web';
import { CaseLink } from '../shared/case-link.view.tsx';
import { LongId } from '../shared/long-id.view.tsx';
import { Notice } from '../shared/notice.view.tsx';
import type { DisputePageOptions } from './dispute-page.ts';
import { AnswerPart, GivenAnswers } from './dispute-answers.view.tsx';
import { amountOfDispute, DisputeBadge, AnswerBy } from './disputes.page.tsx';

function Summary({ view, dispute, now }: DisputePageOptions) {
  const { t, lang } = view;
  const { row, reversal } = dispute;
  const text = (key: string, value: string) => ({ key: { text: key }, value: { text: value } });
  const html = (key: string, value: VNode) => ({
    key: { text: key },
    value: { html: value },
  });
  return (
    <govuk.SummaryList
      rows={[
        html(
          t('disputes.reference'),
          row.reference ? (
            <CaseLink view={view} reference={row.reference} />
          ) : (
            <>{t('disputes.noCase')}</>
          ),
        ),
        html(t('disputes.state'), <DisputeBadge view={view} row={row} />),
        html(t('disputes.due'), <AnswerBy view={view} row={row} now={now} />),
        text(t('disputes.reason'), t(`states.disputeReason.${row.reason}`)),
        row.networkReason && text(t('disputes.one.networkReason'), row.networkReason),
        html(t('disputes.one.openedAt'), <DateTime at={row.openedAt} zone="UTC" lang={lang} />),
        html(
          t('disputes.one.money'),
          reversal ? (
            <>
              {t(`reversals.where.${reversal.money}`)}
              <br />
              <a class="govuk-link" href={`/reversals/${reversal.id}`}>
                {t('disputes.one.reversal')}
              </a>
            </>
          ) : (
            <>{t('disputes.one.noMoney')}</>
          ),
        ),
        text(t('disputes.one.submissions'), `${row.submissions}`),
        html(t('disputes.one.object'), <LongId id={row.processorDisputeId} />),
        html(t('disputes.one.payment'), <LongId id={row.processorPaymentId} />),
      ]}
    />
  );
}

const isUnsettled = ({ reversal }: DisputeView): boolean =>
  reversal !== null && (UNSETTLED_STATES as readonly string[]).includes(reversal.state);

/** What a reversal stops, by the matrix; nothing once it is settled. */
function Frozen({ view, dispute }: DisputePageOptions) {
  const { t } = view;
  const acts = Object.keys(freezeMatrix).filter(
    (act) => freezeMatrix[act as FrozenAct].reversal,
  ) as FrozenAct[];
  return (
    <>
      <h2 class="govuk-heading-m">{t('disputes.one.frozen')}</h2>
      {isUnsettled(dispute) ? (
        <>
          <p class="govuk-body">{t('disputes.one.frozenWhy')}</p>
          <ul class="govuk-list govuk-list--bullet">
            {acts.map((act) => (
              <li>{t(`disputes.acts.${act}`)}</li>
            ))}
          </ul>
        </>
      ) : (
        <p class="govuk-body">{t('disputes.one.notFrozen')}</p>
      )}
    </>
  );
}

/** Who must act by when, and what silence does. */
function nextOf({ dispute, now }: DisputePageOptions) {
  const { row } = dispute;
  if (row.state === 'lost' && !isUnsettled(dispute)) return 'settled';
  if (row.state !== 'question' && row.state !== 'to_answer') {
    return row.state === 'lost' && row.dueBy === null ? 'final' : row.state;
  }
  const may = mayAnswer(row, now);
  if (may.ok) return row.state;
  return may.code === 'not_contestable' ? 'final' : 'over';
}

function Happened({ view, dispute }: DisputePageOptions) {
  const { t, lang } = view;
  const { row, history } = dispute;
  const steps = [{ event: 'opened', at: row.openedAt }, ...history];
  return (
    <>
      <h2 class="govuk-heading-m">{t('disputes.one.happened')}</h2>
      <Timeline
        lang={lang}
        items={steps.toReversed().map(({ event, at }) => ({
          title: t.dynamic(`disputes.events.${event}`),
          when: <DateTime at={at} zone="UTC" lang={lang} />,
        }))}
      />
    </>
  );
}

/** One dispute: what happened, what is frozen, what is due by when, and what can be answered. */
export function DisputePage(o: DisputePageOptions) {
  const { view, dispute } = o;
  const { t, lang } = view;
  const title = t('disputes.one.title', {
    amount: formatMoney(amountOfDispute(dispute.row), lang),
  });
  return (
    <Page view={view} title={title} back="/disputes" wide>
      <Notice view={view} code={o.notice} group="disputes" />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body-l">{t(`disputes.what.${dispute.row.state}`)}</p>
      <Summary {...o} />
      <h2 class="govuk-heading-m">{t('disputes.one.next')}</h2>
      <p class="govuk-body">{t(`disputes.next.${nextOf(o)}`)}</p>
      <AnswerPart {...o} />
      <Frozen {...o} />
      <Happened {...o} />
      <GivenAnswers {...o} />
    </Page>
  );
}
