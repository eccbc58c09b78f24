import { fullName } from '#identity';
import { formatDay, formatMoney, type PlainDate } from '#kernel';
import { AnswerPanel } from '../checked/answer.view.tsx';
import {
  CheckedHistory,
  CheckedPage,
  proposerLine,
  SideBySide,
  type CheckedPageOptions,
} from '../checked/checked.page.tsx';
import { evidenceWords } from '../words/evidence.ts';
import { CheckPanel } from './check.view.tsx';
import { mayConfirm } from './evidence-desk.service.ts';
import type { EvidencePageOptions } from './evidence-page.ts';

/** What was claimed and what we know, line by line. */
function Sides({ view, content }: EvidencePageOptions) {
  const { t, lang } = view;
  const { evidence, row, person, document, ports } = content;
  const day = (date: PlainDate | null | undefined) =>
    date ? formatDay(date, lang) : t('checked.none');
  const named = ports.find((p) => p.code === evidence.portCode);
  const place = named ? `${named.name} (${named.code})` : t('evidence.otherPort');
  const listed = [...new Set(ports.map((p) => `${p.name} (${p.code})`))].join(', ');
  const leaveBy = { day: day(row.visa?.leaveBy), admitted: day(row.visa?.admittedOn) };
  const passport = `${document.issuingState} ${document.number}`;
  return (
    <SideBySide
      view={view}
      caption={t('evidence.sides')}
      sent={t('evidence.claimed')}
      lines={[
        [t('evidence.who'), t('checked.seeFiles'), fullName(person)],
        [t('checked.document'), t('checked.seeFiles'), passport],
        [t('evidence.day'), day(evidence.departedOn), t('checked.leaveBy', leaveBy)],
        [t('evidence.place'), place, t('evidence.listed', { ports: listed })],
        [t('evidence.recorded'), t('evidence.noRecord'), day(row.visa?.departedOn)],
      ]}
    />
  );
}

function proposalOf({ view, content }: EvidencePageOptions): CheckedPageOptions['proposal'] {
  const { t } = view;
  const { evidence, names } = content;
  const { proposal, refusalReason, checks } = evidence;
  if (!proposal) return null;
  const why = refusalReason && t.dynamic(`states.evidenceRefusal.${refusalReason}`);
  const held = checks.map((check) => t(`states.evidenceCheck.${check}`)).join(' · ');
  return [
    [t('checked.outcome'), t(`checked.outcomes.${proposal}`)],
    ...(why ? [[t('checked.reason'), why] as const] : []),
    [t('evidence.checked'), held || t('evidence.nothingChecked')],
    proposerLine(view, evidence, names),
  ];
}

function Answer({ view, content, errors }: EvidencePageOptions) {
  const { evidence, bond } = content;
  const proposal = evidence.proposal ?? 'refuse';
  const effect = view.t(`evidence.effect.${proposal}`, {
    amount: formatMoney(bond.amount, view.lang),
  });
  return <AnswerPanel {...{ view, errors, proposal, effect }} path={`/evidence/${evidence.id}`} />;
}

/** One piece of evidence: claim and case side by side, the files, and what one may decide. */
export function EvidencePage(o: EvidencePageOptions) {
  const { view, content, staff, notice, errors } = o;
  const { t } = view;
  const { evidence, steps, names, consulate, files } = content;
  const badge = {
    tone: evidenceWords[evidence.state].tone,
    text: t(`states.evidence.${evidence.state}`),
  };
  return (
    <CheckedPage
      {...{ view, staff, notice, errors, files, badge }}
      group="evidence"
      list="/evidence"
      title={t('evidence.one')}
      of={evidence}
      about={t(`states.evidenceKind.${evidence.kind}`)}
      sides={<Sides {...o} />}
      proposal={proposalOf(o)}
      proposing={<CheckPanel {...o} />}
      answering={mayConfirm(evidence, staff) ? <Answer {...o} /> : null}
      history={
        <CheckedHistory
          {...{ view, steps, names }}
          zone={consulate.timeZone}
          titleOf={(event) => t(`evidence.event.${event}`)}
          refusals="evidenceRefusal"
        />
      }
    />
  );
}
