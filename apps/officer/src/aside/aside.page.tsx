import type { MovementProposal } from '#departure';
import { fullName } from '#identity';
import { formatDay, formatMoment, Temporal } from '#kernel';
import { Badge, DataTable, DateTime, govuk, Page } from '#web';
import { CaseLink } from '../shared/case-link.view.tsx';
import { holderName, WaitingSince } from '../shared/holding.view.tsx';
import { LongId } from '../shared/long-id.view.tsx';
import { Notice } from '../shared/notice.view.tsx';
import { MovementStanding } from '../movements/movement.view.tsx';
import { movementProposalWords } from '../words/movement.ts';
import type { AsidePageOptions } from './aside-page.ts';
import { Choices } from './choices.view.tsx';
import { OpenDismissal } from './open.view.tsx';

function travellerSaid({ view, content }: AsidePageOptions): string | null {
  const { traveller } = content.said;
  if (!traveller) return null;
  const born = formatDay(Temporal.PlainDate.from(traveller.bornOn), view.lang);
  return view.t('aside.saidTraveller', { name: fullName(traveller), born });
}

const CasesOf = ({ view, content }: AsidePageOptions) =>
  content.cases.length === 0 ? (
    <>{view.t(content.line.personId ? 'aside.noCases' : 'movements.unknown')}</>
  ) : (
    <>
      {content.cases.map(({ reference }) => (
        <div>
          <CaseLink view={view} reference={reference} />
        </div>
      ))}
    </>
  );

/** What the border wrote, whose it is as far as that is known, and why no rule decides it. */
function Summary(o: AsidePageOptions) {
  const { view, content } = o;
  const { t, lang } = view;
  const { line, said, standing, now, names } = content;
  const text = (key: string, value: string) => ({ key: { text: key }, value: { text: value } });
  const traveller = travellerSaid(o);
  return (
    <govuk.SummaryList
      rows={[
        text(
          t('movements.happened'),
          `${line.portCode}, ${formatMoment(line.happenedAt, 'UTC', lang)}`,
        ),
        text(t('movements.document'), `${said.document.issuingState} ${said.document.number}`),
        traveller && text(t('movements.traveller'), traveller),
        {
          key: { text: t('aside.cases') },
          value: { html: <CasesOf {...o} /> },
        },
        {
          key: { text: t('aside.why') },
          value: { html: <MovementStanding view={view} line={line} /> },
        },
        { key: { text: t('movements.record') }, value: { html: <LongId id={line.recordId} /> } },
        line.corrects !== null && {
          key: { text: t('movements.corrects') },
          value: { html: <LongId id={line.corrects} /> },
        },
        line.state === 'set_aside' && {
          key: { text: t('movements.since') },
          value: { html: <WaitingSince {...{ view, now }} since={line.stateSince} /> },
        },
        text(t('movements.holder'), holderName(view, standing.holder, names)),
      ]}
    />
  );
}

function Act(o: AsidePageOptions) {
  const { t } = o.view;
  const { open, line } = o.content;
  if (open?.state === 'approved') return <p class="govuk-body">{t('aside.carriedOut')}</p>;
  if (open) return <OpenDismissal {...o} open={open} />;
  if (line.state !== 'set_aside') return <p class="govuk-body">{t('aside.over')}</p>;
  return <Choices {...o} />;
}

function secondPerson({ view, content }: AsidePageOptions, p: MovementProposal): string {
  const { t } = view;
  if (p.decidedBy) return content.names.get(p.decidedBy) ?? t('lists.nobody');
  return t(p.state === 'proposed' ? 'aside.notYet' : 'aside.notNeeded');
}

function becauseOf({ t }: AsidePageOptions['view'], p: MovementProposal): string | null {
  if (p.declineReason) return t(`states.dismissDecline.${p.declineReason}`);
  return p.reasonCode && t(`states.dismiss.${p.reasonCode}`);
}

function Proposals(o: AsidePageOptions) {
  const { view, content } = o;
  const { t, lang } = view;
  if (content.proposals.length === 0) return null;
  return (
    <DataTable<MovementProposal>
      lang={lang}
      caption={t('aside.history')}
      rows={content.proposals}
      columns={[
        { label: t('aside.what'), cell: (p) => t(`states.asideKind.${p.kind}`) },
        {
          label: t('aside.state'),
          cell: (p) => (
            <Badge tone={movementProposalWords[p.state].tone}>
              {t(`states.movementProposal.${p.state}`)}
            </Badge>
          ),
        },
        { label: t('aside.because'), cell: (p) => becauseOf(view, p) },
        {
          label: t('aside.proposedBy'),
          cell: (p) => content.names.get(p.proposedBy) ?? t('lists.nobody'),
        },
        { label: t('aside.decidedBy'), cell: (p) => secondPerson(o, p) },
        {
          label: t('aside.at'),
          cell: (p) => <DateTime at={p.stateSince} zone="UTC" lang={lang} />,
        },
      ]}
    />
  );
}

/** One record that no rule decides: what it says, who has it, and what may become of it. */
export function AsidePage(o: AsidePageOptions) {
  const { view, content, errors = [] } = o;
  const { t } = view;
  const title = t('aside.title', { kind: t(`states.kind.${content.line.kind}`) });
  return (
    <Page view={view} title={title} back="/movements?show=set_aside" errors={errors} wide>
      <Notice view={view} code={o.notice} group="aside" />
      <h1 class="govuk-heading-l">{title}</h1>
      <Summary {...o} />
      <h2 class="govuk-heading-m">{t(content.open ? 'aside.open' : 'aside.act')}</h2>
      <Act {...o} />
      <Proposals {...o} />
    </Page>
  );
}
