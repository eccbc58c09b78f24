import { fullName } from '#identity';
import { formatDay, type PlainDate } from '#kernel';
import { Badge, DataTable, DateTime, govuk, Page, Timeline } from '#web';
import { CaseLink } from '../shared/case-link.view.tsx';
import { FileList } from '../shared/file-list.view.tsx';
import { Notice } from '../shared/notice.view.tsx';
import { stayFactWords } from '../words/stay.ts';
import { ConfirmPanel, ProposePanel } from './answer.view.tsx';
import { mayConfirm } from './stay-desk.service.ts';
import type { StayPageOptions } from './stay-page.ts';

/** What was reported and what we know, line by line. */
function SideBySide({ view, content }: StayPageOptions) {
  const { t, lang } = view;
  const { fact, row, person, document, bond, names } = content;
  const day = (date: PlainDate | null | undefined) =>
    date ? formatDay(date, lang) : t('stays.none');
  const by = fact.recordedBy
    ? (names.get(fact.recordedBy) ?? t('queues.nobody'))
    : t('stays.traveller');
  const reason = fact.reasonCode && t(`states.extensionReason.${fact.reasonCode}`);
  const leaveBy = { day: day(row.visa?.leaveBy), admitted: day(row.visa?.admittedOn) };
  const bondText = bond ? t(`states.bond.${bond.bond.state}`) : t('stays.noBond');
  const rows = [
    [t('stays.by'), by, fullName(person)],
    [t('stays.document'), t('stays.seeFiles'), `${document.issuingState} ${document.number}`],
    [t(`stays.dayOf.${fact.kind}`), day(fact.reportedDay), t('stays.leaveBy', leaveBy)],
    ...(reason ? [[t('stays.reason'), reason, ''] as const] : []),
    [t('stays.departed'), '', day(row.visa?.departedOn)],
    [t('stays.bond'), '', bondText],
  ] as const;
  return (
    <DataTable
      lang={lang}
      caption={t('stays.facts')}
      rows={rows}
      columns={[
        { label: t('stays.what'), cell: ([what]) => what },
        { label: t('stays.reported'), cell: ([, reported]) => <strong>{reported}</strong> },
        { label: t('stays.known'), cell: ([, , known]) => known },
      ]}
    />
  );
}

function History({ view, content }: StayPageOptions) {
  const { t, lang } = view;
  const { steps, names, consulate } = content;
  return (
    <>
      <h2 class="govuk-heading-m">{t('stays.history')}</h2>
      <Timeline
        lang={lang}
        items={[...steps].reverse().map((step) => ({
          title: t(`stays.event.${step.event}`),
          when: <DateTime at={step.at} zone={consulate.timeZone} lang={lang} />,
          by: (step.actorId && names.get(step.actorId)) || undefined,
          detail:
            step.reasonCode &&
            t.dynamic(
              step.event === 'sent_back'
                ? `states.sendBack.${step.reasonCode}`
                : `states.stayFactRefusal.${step.reasonCode}`,
            ),
        }))}
      />
    </>
  );
}

/** What somebody proposed, for whoever looks. */
function Proposal({ view, content }: StayPageOptions) {
  const { t, lang } = view;
  const { fact, names } = content;
  if (!fact.proposal) return null;
  const line = (key: string, text: string) => ({ key: { text: key }, value: { text } });
  return (
    <>
      <h2 class="govuk-heading-m">{t('stays.proposal')}</h2>
      <govuk.SummaryList
        rows={[
          line(t('stays.state'), t(`stays.outcomes.${fact.proposal}`)),
          fact.acceptedDay &&
            line(t(`stays.dayOf.${fact.kind}`), formatDay(fact.acceptedDay, lang)),
          fact.refusalReason &&
            line(t('stays.reason'), t.dynamic(`states.stayFactRefusal.${fact.refusalReason}`)),
          line(
            t('stays.proposedBy'),
            (fact.proposedBy && names.get(fact.proposedBy)) ?? t('queues.nobody'),
          ),
        ]}
      />
    </>
  );
}

/** One fact about a stay: report and case side by side, the files, and what one may decide. */
export function StayPage(o: StayPageOptions) {
  const { view, content, staff, errors = [] } = o;
  const { t } = view;
  const { fact } = content;
  const title = t(`states.stayFactKind.${fact.kind}`);
  return (
    <Page view={view} title={title} back="/stay-facts" errors={errors} wide>
      <Notice view={view} code={o.notice} group="stays" />
      <span class="govuk-caption-l">
        <CaseLink view={view} reference={fact.reference} />
      </span>
      <h1 class="govuk-heading-l govuk-!-margin-bottom-2">{title}</h1>
      <p class="govuk-body">
        <Badge tone={stayFactWords[fact.state].tone}>{t(`states.stayFact.${fact.state}`)}</Badge>
      </p>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <SideBySide {...o} />
          <FileList view={view} files={content.files} />
          <Proposal {...o} />
          {fact.state === 'sent' && <ProposePanel {...o} />}
          {fact.state === 'proposed' &&
            (mayConfirm(fact, staff) ? (
              <ConfirmPanel {...o} />
            ) : (
              <govuk.InsetText
                text={t(fact.proposedBy === staff.id ? 'stays.own' : 'stays.noRight')}
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
