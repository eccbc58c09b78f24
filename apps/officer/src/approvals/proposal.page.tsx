import { declineReasons } from '#bond-escrow';
import { formatMoney, isZero, money, subtractMoney, type Instant } from '#kernel';
import { Badge, DataTable, DateTime, fieldErrors, Form, govuk, MoneyFigure, Page } from '#web';
import { Reference, SelectField, Submit, type FieldError } from '#web';
import type { ComponentChildren } from 'preact';
import type { Staff } from '../accounts-for-web.service.ts';
import { caseWords } from '../words/case.ts';
import { AskedAmount } from '../shared/asked-amount.view.tsx';
import { tierReasonText } from '../shared/codes.ts';
import { Notice } from '../shared/notice.view.tsx';
import type { OfficerView } from '../text/index.ts';
import { mayDecideOn, type ProposalContent } from './approvals.service.ts';

export interface ProposalPageOptions {
  readonly view: OfficerView;
  readonly staff: Staff;
  readonly content: ProposalContent;
  readonly notice?: unknown;
  readonly errors?: readonly FieldError[];
}

type Change = { what: string; now: ComponentChildren; then: ComponentChildren };

function changesOf({ view, content }: ProposalPageOptions): Change[] {
  const { t, lang } = view;
  const { direction, programme, consulate, deadline, caseState } = content;
  const usual = money(BigInt(programme.rules.defaultTierMinor), programme.currency);
  const less = subtractMoney(usual, direction.amount);
  const { before } = direction;
  const isWaiver = isZero(direction.amount);
  const after = isWaiver ? 'approved_without_bond' : 'bond_required';
  const at = (moment: Instant) => <DateTime at={moment} zone={consulate.timeZone} lang={lang} />;
  const figure = (m: typeof usual) => <MoneyFigure money={m} lang={lang} />;
  return [
    {
      what: t('approvals.one.bond'),
      now: before ? figure(before.amount) : t('approvals.one.none'),
      then: <AskedAmount view={view} amount={direction.amount} />,
    },
    { what: t('approvals.one.usual'), now: figure(usual), then: figure(usual) },
    { what: t('approvals.one.difference'), now: t('approvals.one.none'), then: figure(less) },
    {
      what: t('approvals.one.state'),
      now: <Badge tone={caseWords[caseState].tone}>{t(`states.case.${caseState}`)}</Badge>,
      then: <Badge tone={caseWords[after].tone}>{t(`states.case.${after}`)}</Badge>,
    },
    {
      what: t('approvals.one.deadline'),
      now: before ? at(before.postBy) : t('approvals.one.noDeadline'),
      then: isWaiver ? t('approvals.one.noDeadline') : at(deadline),
    },
  ];
}

function Facts({ view, content }: ProposalPageOptions) {
  const { t, lang } = view;
  const { direction, consulate, names } = content;
  return (
    <govuk.SummaryList
      rows={[
        {
          key: { text: t('approvals.one.reason') },
          value: { text: tierReasonText(view, direction.reasonCode) },
        },
        ...(direction.correctionReason
          ? [
              {
                key: { text: t('approvals.one.why') },
                value: { text: t.dynamic(`states.correction.${direction.correctionReason}`) },
              },
            ]
          : []),
        {
          key: { text: t('approvals.one.proposedBy') },
          value: { text: names.get(direction.proposedBy) ?? t('queues.nobody') },
        },
        {
          key: { text: t('approvals.one.at') },
          value: {
            html: <DateTime at={direction.proposedAt} zone={consulate.timeZone} lang={lang} />,
          },
        },
      ]}
    />
  );
}

/** Why this person cannot decide; nothing when they can. */
function Obstacle({ view, staff, content }: ProposalPageOptions) {
  const { t } = view;
  const { direction, names } = content;
  if (direction.state !== 'proposed') {
    const name = (direction.decidedBy && names.get(direction.decidedBy)) ?? t('queues.nobody');
    const state = t(`states.direction.${direction.state}`);
    return <govuk.WarningText text={t('approvals.one.decidedBy', { state, name })} />;
  }
  const isOwn = direction.proposedBy === staff.id;
  return (
    <>
      <h2 class="govuk-heading-m">{t('approvals.one.ownTitle')}</h2>
      <govuk.InsetText text={t(isOwn ? 'approvals.one.own' : 'approvals.one.noRight')} />
    </>
  );
}

function Decide({ view, content, errors = [] }: ProposalPageOptions) {
  const { t } = view;
  const { id, amount, before } = content.direction;
  const path = `/approvals/${id}`;
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-one-half">
        <h2 class="govuk-heading-m">{t('approvals.one.approve')}</h2>
        <p class="govuk-body">
          {t(isZero(amount) ? 'approvals.one.waiveEffect' : 'approvals.one.approveEffect')}
        </p>
        <Form view={view} action={`${path}/approve`}>
          <Submit text={t('approvals.one.approve')} />
        </Form>
      </div>
      <div class="govuk-grid-column-one-half">
        <h2 class="govuk-heading-m">{t('approvals.one.decline')}</h2>
        <p class="govuk-body">
          {before
            ? t('confirm.correct.declined', { before: formatMoney(before.amount, view.lang) })
            : t('approvals.one.declineEffect')}
        </p>
        <Form view={view} action={`${path}/decline`}>
          <SelectField
            {...{ view, values: {}, errors: fieldErrors(view, errors) }}
            name="reason"
            label={t('approvals.one.declineReason')}
            empty={t('approvals.one.chooseReason')}
            choices={declineReasons.map((code) => ({
              value: code,
              text: t(`states.decline.${code}`),
            }))}
          />
          <Submit text={t('approvals.one.decline')} classes="govuk-button--secondary" />
        </Form>
      </div>
    </div>
  );
}

const titleOf = ({ amount, before }: ProposalContent['direction']) => {
  if (isZero(amount)) return 'titleWaiver';
  return before ? 'titleCorrection' : 'title';
};

export function ProposalPage(o: ProposalPageOptions) {
  const { view, content, errors = [] } = o;
  const { t, lang } = view;
  const { reference } = content.direction;
  const title = t(`approvals.one.${titleOf(content.direction)}`);
  return (
    <Page view={view} title={title} back="/approvals" wide errors={errors}>
      <Notice view={view} code={o.notice} group="cases" />
      <span class="govuk-caption-l">
        <a class="govuk-link" href={`/cases/${reference}`}>
          <span class="govuk-visually-hidden">{t('approvals.one.caseLink')} </span>
          <Reference code={reference} />
        </a>
      </span>
      <h1 class="govuk-heading-l">{title}</h1>
      <Facts {...o} />
      <DataTable
        lang={lang}
        caption={t('approvals.one.changes')}
        rows={changesOf(o)}
        columns={[
          { label: t('approvals.one.what'), cell: (c) => c.what },
          { label: t('approvals.one.now'), cell: (c) => c.now },
          { label: t('approvals.one.then'), cell: (c) => <strong>{c.then}</strong> },
        ]}
      />
      {mayDecideOn(content.direction, o.staff) ? <Decide {...o} /> : <Obstacle {...o} />}
    </Page>
  );
}
