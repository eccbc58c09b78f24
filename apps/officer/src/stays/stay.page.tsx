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
import { stayFactWords } from '../words/stay.ts';
import { ProposePanel } from './propose.view.tsx';
import { effectKeyOf, mayConfirm } from './stay-desk.service.ts';
import type { StayPageOptions } from './stay-page.ts';

/** What was reported and what we know, line by line. */
function Sides({ view, content }: StayPageOptions) {
  const { t, lang } = view;
  const { fact, row, person, document, bond, names } = content;
  const day = (date: PlainDate | null | undefined) =>
    date ? formatDay(date, lang) : t('checked.none');
  const by = fact.recordedBy
    ? (names.get(fact.recordedBy) ?? t('queues.nobody'))
    : t('stays.traveller');
  const reason = fact.reasonCode && t(`states.extensionReason.${fact.reasonCode}`);
  const leaveBy = { day: day(row.visa?.leaveBy), admitted: day(row.visa?.admittedOn) };
  const bondText = bond ? t(`states.bond.${bond.bond.state}`) : t('stays.noBond');
  const passport = `${document.issuingState} ${document.number}`;
  return (
    <SideBySide
      view={view}
      caption={t('stays.facts')}
      sent={t('stays.reported')}
      lines={[
        [t('stays.by'), by, fullName(person)],
        [t('checked.document'), t('checked.seeFiles'), passport],
        [t(`stays.dayOf.${fact.kind}`), day(fact.reportedDay), t('checked.leaveBy', leaveBy)],
        ...(reason ? [[t('checked.reason'), reason, ''] as const] : []),
        [t('stays.departed'), '', day(row.visa?.departedOn)],
        [t('stays.bond'), '', bondText],
      ]}
    />
  );
}

function proposalOf({ view, content }: StayPageOptions): CheckedPageOptions['proposal'] {
  const { t, lang } = view;
  const { fact, names } = content;
  const { proposal, acceptedDay, refusalReason } = fact;
  if (!proposal) return null;
  const why = refusalReason && t.dynamic(`states.stayFactRefusal.${refusalReason}`);
  const day = acceptedDay && formatDay(acceptedDay, lang);
  return [
    [t('checked.outcome'), t(`checked.outcomes.${proposal}`)],
    ...(day ? [[t(`stays.dayOf.${fact.kind}`), day] as const] : []),
    ...(why ? [[t('checked.reason'), why] as const] : []),
    proposerLine(view, fact, names),
  ];
}

function Answer({ view, content, errors }: StayPageOptions) {
  const { t, lang } = view;
  const { fact, bond } = content;
  const effect = t(`stays.effect.${effectKeyOf(content)}`, {
    day: fact.acceptedDay ? formatDay(fact.acceptedDay, lang) : '',
    amount: bond ? formatMoney(bond.amount, lang) : '',
  });
  const proposal = fact.proposal ?? 'refuse';
  return <AnswerPanel {...{ view, errors, proposal, effect }} path={`/stay-facts/${fact.id}`} />;
}

/** One fact about a stay: report and case side by side, the files, and what one may decide. */
export function StayPage(o: StayPageOptions) {
  const { view, content, staff, notice, errors } = o;
  const { t } = view;
  const { fact, steps, names, consulate, files } = content;
  const badge = {
    tone: stayFactWords[fact.state].tone,
    text: t(`states.stayFact.${fact.state}`),
  };
  return (
    <CheckedPage
      {...{ view, staff, notice, errors, files, badge }}
      group="stays"
      list="/stay-facts"
      title={t(`states.stayFactKind.${fact.kind}`)}
      of={fact}
      sides={<Sides {...o} />}
      proposal={proposalOf(o)}
      proposing={<ProposePanel {...o} />}
      answering={mayConfirm(fact, staff) ? <Answer {...o} /> : null}
      history={
        <CheckedHistory
          {...{ view, steps, names }}
          zone={consulate.timeZone}
          titleOf={(event) => t(`stays.event.${event}`)}
          refusals="stayFactRefusal"
        />
      }
    />
  );
}
