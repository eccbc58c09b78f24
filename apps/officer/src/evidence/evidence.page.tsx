import { fullName } from '#identity';
import { formatDay, type PlainDate } from '#kernel';
import { Badge, DataTable, DateTime, govuk, Page, Timeline } from '#web';
import { CaseLink } from '../shared/case-link.view.tsx';
import { FileList } from '../shared/file-list.view.tsx';
import { Notice } from '../shared/notice.view.tsx';
import { evidenceWords } from '../words/evidence.ts';
import { ConfirmPanel } from './confirm.view.tsx';
import { CheckPanel } from './check.view.tsx';
import { mayConfirm } from './evidence-desk.service.ts';
import type { EvidencePageOptions } from './evidence-page.ts';

/** What was claimed and what we know, line by line. */
function SideBySide({ view, content }: EvidencePageOptions) {
  const { t, lang } = view;
  const { evidence, row, person, document, ports } = content;
  const day = (date: PlainDate | null | undefined) =>
    date ? formatDay(date, lang) : t('evidence.unknown');
  const named = ports.find((p) => p.code === evidence.portCode);
  const place = named ? `${named.name} (${named.code})` : t('evidence.otherPort');
  const listed = [...new Set(ports.map((p) => `${p.name} (${p.code})`))].join(', ');
  const rows = [
    [t('evidence.who'), t('evidence.seeFile'), fullName(person)],
    [t('evidence.document'), t('evidence.seeFile'), `${document.issuingState} ${document.number}`],
    [
      t('evidence.departedOn'),
      day(evidence.departedOn),
      t('evidence.leaveBy', { day: day(row.visa?.leaveBy), admitted: day(row.visa?.admittedOn) }),
    ],
    [t('evidence.place'), place, t('evidence.listed', { ports: listed })],
    [t('evidence.recorded'), t('evidence.noRecord'), day(row.visa?.departedOn)],
  ] as const;
  return (
    <DataTable
      lang={lang}
      caption={t('evidence.sides')}
      rows={rows}
      columns={[
        { label: t('evidence.what'), cell: ([what]) => what },
        { label: t('evidence.claimed'), cell: ([, claimed]) => <strong>{claimed}</strong> },
        { label: t('evidence.known'), cell: ([, , known]) => known },
      ]}
    />
  );
}

function History({ view, content }: EvidencePageOptions) {
  const { t, lang } = view;
  const { steps, names, consulate } = content;
  return (
    <>
      <h2 class="govuk-heading-m">{t('evidence.history')}</h2>
      <Timeline
        lang={lang}
        items={[...steps].reverse().map((step) => ({
          title: t(`evidence.event.${step.event}`),
          when: <DateTime at={step.at} zone={consulate.timeZone} lang={lang} />,
          by: (step.actorId && names.get(step.actorId)) || undefined,
          detail:
            step.reasonCode &&
            t.dynamic(
              step.event === 'sent_back'
                ? `states.sendBack.${step.reasonCode}`
                : `states.evidenceRefusal.${step.reasonCode}`,
            ),
        }))}
      />
    </>
  );
}

/** What somebody proposed, for whoever looks. */
function Proposal({ view, content }: EvidencePageOptions) {
  const { t } = view;
  const { evidence, names } = content;
  if (!evidence.proposal) return null;
  const line = (key: string, text: string) => ({ key: { text: key }, value: { text } });
  return (
    <>
      <h2 class="govuk-heading-m">{t('evidence.proposal')}</h2>
      <govuk.SummaryList
        rows={[
          line(t('evidence.outcome'), t(`evidence.outcomes.${evidence.proposal}`)),
          evidence.refusalReason &&
            line(
              t('evidence.reason'),
              t.dynamic(`states.evidenceRefusal.${evidence.refusalReason}`),
            ),
          line(
            t('evidence.checked'),
            evidence.checks.map((c) => t(`states.evidenceCheck.${c}`)).join(' · ') ||
              t('evidence.nothingChecked'),
          ),
          line(
            t('evidence.by'),
            (evidence.proposedBy && names.get(evidence.proposedBy)) ?? t('queues.nobody'),
          ),
        ]}
      />
    </>
  );
}

/** One piece of evidence: claim and case side by side, the files, and what one may decide. */
export function EvidencePage(o: EvidencePageOptions) {
  const { view, content, staff, errors = [] } = o;
  const { t } = view;
  const { evidence } = content;
  return (
    <Page view={view} title={t('evidence.one')} back="/evidence" errors={errors} wide>
      <Notice view={view} code={o.notice} group="evidence" />
      <span class="govuk-caption-l">
        <CaseLink view={view} reference={evidence.reference} />
      </span>
      <h1 class="govuk-heading-l govuk-!-margin-bottom-2">{t('evidence.one')}</h1>
      <p class="govuk-body">
        <Badge tone={evidenceWords[evidence.state].tone}>
          {t(`states.evidence.${evidence.state}`)}
        </Badge>{' '}
        {t(`states.evidenceKind.${evidence.kind}`)}
      </p>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <SideBySide {...o} />
          <FileList view={view} files={content.files} />
          <Proposal {...o} />
          {evidence.state === 'sent' && <CheckPanel {...o} />}
          {evidence.state === 'proposed' &&
            (mayConfirm(evidence, staff) ? (
              <ConfirmPanel {...o} />
            ) : (
              <govuk.InsetText
                text={t(evidence.proposedBy === staff.id ? 'evidence.own' : 'evidence.noRight')}
              />
            ))}
        </div>
        <div class="govuk-grid-column-one-third">
          <History {...o} />
        </div>
      </div>
    </Page>
  );
}
