import { dayIn, formatDay, formatMoney, isZero, money } from '#kernel';
import type { SuspenseProposal } from '#refund';
import { Badge, DataTable, DateTime, Form, govuk, Page, Submit } from '#web';
import type { FieldError } from '#web';
import type { Staff } from '../accounts-for-web.service.ts';
import { CaseLink } from '../shared/case-link.view.tsx';
import { holderName, WaitingSince } from '../shared/holding.view.tsx';
import { LongId } from '../shared/long-id.view.tsx';
import { Notice } from '../shared/notice.view.tsx';
import type { OfficerView } from '../text/index.ts';
import { suspenseWords } from '../words/suspense.ts';
import { OpenProposal } from './open.view.tsx';
import type { SuspenseContent } from './suspense-contents.service.ts';
import { SuspenseStands } from './suspense.page.tsx';

export interface OneSuspenseOptions {
  readonly view: OfficerView;
  readonly staff: Staff;
  readonly content: SuspenseContent;
  readonly notice?: unknown;
  readonly errors?: readonly FieldError[];
}

function Summary({ view, content }: OneSuspenseOptions) {
  const { t, lang } = view;
  const { item, standing, names, now } = content;
  const text = (key: string, value: string) => ({ key: { text: key }, value: { text: value } });
  return (
    <govuk.SummaryList
      rows={[
        text(t('suspense.why'), t(`suspense.reasons.${item.why}`)),
        {
          key: { text: t('suspense.reference') },
          value: item.reference
            ? { html: <CaseLink view={view} reference={item.reference} /> }
            : { text: t('suspense.none') },
        },
        {
          key: { text: t('suspense.since') },
          value: { html: <WaitingSince {...{ view, now }} since={item.since} /> },
        },
        {
          key: { text: t('suspense.payment') },
          value: { html: <LongId id={item.processorPaymentId} /> },
        },
        !isZero(item.reserved) && text(t('suspense.reserved'), formatMoney(item.reserved, lang)),
        standing.keptUntil && {
          key: { text: t('suspense.stands') },
          value: { html: <SuspenseStands {...{ view, standing }} /> },
        },
        text(t('suspense.holder'), holderName(view, standing.holder, names)),
      ]}
    />
  );
}

/** Who looks after it: taken by who does, released by who stops, or for somebody who is away. */
function Holding({ view, staff, content }: OneSuspenseOptions) {
  const { t } = view;
  const { holder } = content.standing;
  const path = `/suspense/${content.item.receivedPaymentId}`;
  const release = holder === staff.id ? 'release' : 'releaseOther';
  return (
    <Form view={view} action={`${path}/${holder ? 'release' : 'take'}`}>
      <Submit
        text={t(`suspenseSteps.one.${holder ? release : 'take'}`)}
        classes="govuk-button--secondary"
      />
    </Form>
  );
}

const CHOICES = ['match', 'return', 'keep'] as const;

function Choices({ view, content }: OneSuspenseOptions) {
  const { t } = view;
  const path = `/suspense/${content.item.receivedPaymentId}`;
  return (
    <dl class="govuk-body">
      {CHOICES.map((choice) => (
        <>
          <dt>
            <a class="govuk-link govuk-!-font-weight-bold" href={`${path}/${choice}`}>
              {t(`suspenseSteps.choose.${choice}`)}
            </a>
          </dt>
          <dd class="govuk-!-margin-left-0 govuk-!-margin-bottom-3">
            {t(`suspenseSteps.choose.${choice}Hint`)}
          </dd>
        </>
      ))}
    </dl>
  );
}

function Act(o: OneSuspenseOptions) {
  const { view, staff, content } = o;
  const { t } = view;
  const { open, movable } = content;
  if (!staff.permissions.has('suspense.resolve')) {
    return <p class="govuk-body">{t('suspenseSteps.one.notYours')}</p>;
  }
  if (open?.state === 'approved') {
    return <p class="govuk-body">{t('suspenseSteps.one.carriedOut')}</p>;
  }
  if (open) return <OpenProposal {...o} open={open} />;
  if (!movable.ok && movable.code === 'nothing_free') {
    const isReturned = !isZero(content.item.reserved);
    return (
      <p class="govuk-body">
        {t(isReturned ? 'suspenseSteps.one.beingReturned' : 'suspense.refused.nothing_free')}
      </p>
    );
  }
  return (
    <>
      {!movable.ok && <govuk.InsetText text={t(`suspense.refused.${movable.code}`)} />}
      <Choices {...o} />
      <Holding {...o} />
    </>
  );
}

function secondPerson({ view, content }: OneSuspenseOptions, p: SuspenseProposal): string {
  const { t } = view;
  if (p.decidedBy) return content.names.get(p.decidedBy) ?? t('lists.nobody');
  return t(p.state === 'proposed' ? 'suspenseSteps.one.notYet' : 'suspenseSteps.one.notNeeded');
}

function becauseOf({ t, lang }: OfficerView, p: SuspenseProposal): string | null {
  if (p.declineReason) return t(`states.suspenseDecline.${p.declineReason}`);
  if (!p.keepReason || !p.keepUntil) return p.reference;
  const until = t('suspense.keptUntil', { day: formatDay(p.keepUntil, lang) });
  return `${t(`states.keep.${p.keepReason}`)} · ${until}`;
}

function Proposals(o: OneSuspenseOptions) {
  const { view, content } = o;
  const { t, lang } = view;
  if (content.proposals.length === 0) return null;
  return (
    <DataTable<SuspenseProposal>
      lang={lang}
      caption={t('suspenseSteps.one.history')}
      rows={content.proposals}
      columns={[
        { label: t('suspenseSteps.one.what'), cell: (p) => t(`states.suspenseKind.${p.kind}`) },
        {
          label: t('suspenseSteps.one.amount'),
          numeric: true,
          cell: (p) => formatMoney(money(p.amountMinor, p.currency), lang),
        },
        {
          label: t('suspenseSteps.one.state'),
          cell: (p) => (
            <Badge tone={suspenseWords[p.state].tone}>{t(`states.suspense.${p.state}`)}</Badge>
          ),
        },
        { label: t('suspenseSteps.one.because'), cell: (p) => becauseOf(view, p) },
        {
          label: t('suspenseSteps.one.proposedBy'),
          cell: (p) => content.names.get(p.proposedBy) ?? t('lists.nobody'),
        },
        { label: t('suspenseSteps.one.decidedBy'), cell: (p) => secondPerson(o, p) },
        {
          label: t('suspenseSteps.one.at'),
          cell: (p) => <DateTime at={p.stateSince} zone="UTC" lang={lang} />,
        },
      ]}
    />
  );
}

/** One sum: what it is, who has it, what may become of it and what was decided so far. */
export function OneSuspensePage(o: OneSuspenseOptions) {
  const { view, content, errors = [] } = o;
  const { t, lang } = view;
  const { held, since } = content.item;
  const title = isZero(held)
    ? t('suspenseSteps.one.gone', { day: formatDay(dayIn(since, 'UTC'), lang) })
    : t('suspenseSteps.one.title', { amount: formatMoney(held, lang) });
  return (
    <Page view={view} title={title} back="/suspense" errors={errors} wide>
      <Notice view={view} code={o.notice} group="suspense" />
      <h1 class="govuk-heading-l">{title}</h1>
      <Summary {...o} />
      <h2 class="govuk-heading-m">
        {t(content.open ? 'suspenseSteps.one.open' : 'suspenseSteps.one.act')}
      </h2>
      <Act {...o} />
      <Proposals {...o} />
    </Page>
  );
}
