import type { BondState, PaymentView } from '#bond-escrow';
import { formatMoney, type Money, type Zone } from '#kernel';
import type { DisputeState, RefundTracker } from '#refund';
import {
  Badge,
  DataTable,
  DateTime,
  EmptyState,
  govuk,
  KeyFacts,
  MoneyFigure,
  type Tone,
} from '#web';
import { tierReasonText } from '../shared/codes.ts';
import { PostingPauseNote } from '../shared/posting-pause.view.tsx';
import { bondWords, paymentWords } from '../words/bond.ts';
import { askedText } from '../shared/asked-amount.view.tsx';
import type { OfficerView } from '../text/index.ts';
import type { CaseMoneyContent } from './case-money.service.ts';
import type { CasePageOptions } from './case-page.ts';
import { RefundPanel } from './refund.view.tsx';
import { StatementTable } from '../statement/statement.view.tsx';

const BondBadge = ({ view, state }: { view: OfficerView; state: BondState }) => (
  <Badge tone={bondWords[state].tone satisfies Tone}>{view.t(`states.bond.${state}`)}</Badge>
);

/** A second person must decide before anything else can be. */
export function ProposalNote({ view, content }: CasePageOptions) {
  const { t } = view;
  const proposal = content.money?.proposal;
  if (!proposal) return null;
  const proposedBy = content.history.find((h) => h.event === 'proposed')?.by;
  return (
    <govuk.InsetText
      html={
        <>
          <p class="govuk-body govuk-!-font-weight-bold">{t('cases.proposal.title')}</p>
          <p class="govuk-body">
            {t('cases.proposal.body', {
              amount: askedText(view, proposal.amount),
              reason: tierReasonText(view, proposal.reasonCode),
              name: proposedBy?.kind === 'staff' ? proposedBy.name : t('queues.nobody'),
            })}
          </p>
          {view.account?.permissions.has('bond.direct') && (
            <a class="govuk-link" href={`/approvals/${proposal.id}`}>
              {t('cases.proposal.link')}
            </a>
          )}
        </>
      }
    />
  );
}

const UNDECIDED: readonly DisputeState[] = [
  'question',
  'question_answered',
  'to_answer',
  'answered',
];

/** What left by another way, or is disputed, stops visa and refund (R35). */
export function ReversalNote({ view, content }: CasePageOptions) {
  const reversal = content.money?.reversal;
  const dispute = content.money?.dispute;
  const { t } = view;
  const isUndecided = dispute && UNDECIDED.includes(dispute.state);
  if (dispute && (isUndecided || reversal?.kind === 'dispute')) {
    return (
      <govuk.InsetText
        html={
          <>
            <p class="govuk-body govuk-!-font-weight-bold">{t(`disputes.what.${dispute.state}`)}</p>
            {reversal && <p class="govuk-body">{t('cases.reversal.body')}</p>}
            <a class="govuk-link" href={`/disputes/${dispute.id}`}>
              {t('cases.dispute.link')}
            </a>
          </>
        }
      />
    );
  }
  if (!reversal) return null;
  return (
    <govuk.InsetText
      html={
        <>
          <p class="govuk-body govuk-!-font-weight-bold">{t('cases.reversal.title')}</p>
          <p class="govuk-body">{t('cases.reversal.body')}</p>
          <a class="govuk-link" href={`/reversals/${reversal.id}`}>
            {t('cases.reversal.link')}
          </a>
        </>
      }
    />
  );
}

type Asked = NonNullable<CaseMoneyContent['bond']>;

function bondRows(view: OfficerView, asked: Asked, zone: Zone) {
  const { t, lang } = view;
  const when = (at: Asked['clock']['postBy']) => <DateTime at={at} zone={zone} lang={lang} />;
  return [
    {
      key: { text: t('cases.bond.state') },
      value: { html: <BondBadge view={view} state={asked.bond.state} /> },
    },
    {
      key: { text: t('cases.bond.amount') },
      value: { html: <MoneyFigure money={asked.amount} lang={lang} /> },
    },
    {
      key: { text: t('cases.bond.postBy') },
      value: {
        html: (
          <>
            {when(asked.clock.postBy)}
            <PostingPauseNote view={view} clock={asked.clock} zone={zone} />
          </>
        ),
      },
    },
    {
      key: { text: t('cases.bond.payer') },
      value: {
        text: t(
          asked.bond.payerAccountId === asked.bond.applicantAccountId
            ? 'cases.bond.payers.applicant'
            : 'cases.bond.payers.other',
        ),
      },
    },
    {
      key: { text: t('cases.bond.signed') },
      value: asked.signedAt ? { html: when(asked.signedAt) } : { text: t('cases.bond.unsigned') },
    },
    asked.bond.heldAt && {
      key: { text: t('cases.bond.held') },
      value: { html: when(asked.bond.heldAt) },
    },
  ];
}

function Payments({ view, asked, zone }: { view: OfficerView; asked: Asked; zone: Zone }) {
  const { t, lang } = view;
  /** Of a transfer that is not settled, what is here so far. */
  const state = (p: PaymentView) => (
    <>
      <Badge tone={paymentWords[p.state].tone}>{t(`states.payment.${p.state}`)}</Badge>
      {p.arrived && p.status !== 'paid' && (
        <> {t('cases.bond.arrived', { arrived: formatMoney(p.arrived, lang) })}</>
      )}
    </>
  );
  if (asked.payments.length === 0) return null;
  return (
    <DataTable
      lang={lang}
      caption={t('cases.bond.payments')}
      rows={asked.payments}
      columns={[
        {
          label: t('cases.bond.payment.when'),
          cell: (p) => <DateTime at={p.createdAt} zone={zone} lang={lang} />,
        },
        {
          label: t('cases.bond.payment.state'),
          cell: state,
        },
        { label: t('cases.bond.payment.method'), cell: (p) => t(`cases.bond.ways.${p.way}`) },
        {
          label: t('cases.bond.payment.amount'),
          numeric: true,
          cell: (p) => <MoneyFigure money={p.amount} lang={lang} />,
        },
      ]}
    />
  );
}

/** What the books say of it, in four figures; nothing before money has reached it. */
function Figures({ view, figures }: { view: OfficerView; figures: CaseMoneyContent['figures'] }) {
  const { t, lang } = view;
  if (!figures) return null;
  const figure = (label: string, of: Money) => ({
    label,
    value: <MoneyFigure money={of} lang={lang} />,
  });
  return (
    <>
      <h3 class="govuk-heading-s">{t('cases.bond.figures')}</h3>
      <KeyFacts
        facts={[
          figure(t('cases.bond.paid'), figures.paid),
          figure(t('cases.bond.heldNow'), figures.held),
          figure(t('cases.bond.reserved'), figures.reserved),
          figure(t('cases.bond.refunded'), figures.refunded),
        ]}
      />
    </>
  );
}

export function MoneyPanels(o: CasePageOptions) {
  const { view, content } = o;
  const { t } = view;
  const { money } = content;
  if (!money) return null;
  const zone = content.consulate.timeZone;
  const { bond } = money;
  return (
    <>
      <h2 class="govuk-heading-m">{t('cases.bond.title')}</h2>
      {!bond && (
        <EmptyState title={t('cases.bond.none')}>
          <p class="govuk-body govuk-!-margin-bottom-0">{t('cases.bond.noneBody')}</p>
        </EmptyState>
      )}
      {bond && <govuk.SummaryList rows={bondRows(view, bond, zone)} />}
      <Figures view={view} figures={money.figures} />
      {bond && <Payments view={view} asked={bond} zone={zone} />}
      {money.refund && <RefundPanel view={view} tracker={money.refund} zone={zone} />}
      {money.surpluses.map((tracker: RefundTracker) => (
        <RefundPanel view={view} tracker={tracker} zone={zone} surplus />
      ))}
      {bond && <StatementTable view={view} lines={money.statement} zone={zone} />}
      {bond && view.account?.permissions.has('money.read') && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/bonds/${bond.bond.id}/statement`}>
            {t('statement.full.link')}
          </a>
        </p>
      )}
    </>
  );
}
