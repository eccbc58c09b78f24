import { breachStandings, TEXT_MAX, type Ground, type GroundView } from '#breach';
import { fieldErrors, Form, govuk, LongTextField, Page, StatusPanel, Submit } from '#web';
import { Notice } from '../notice.tsx';
import type { PortalView } from '../text/index.ts';
import { DecisionPanel } from './decision.view.tsx';
import { momentIn, type BreachPageOptions } from './breach-page.ts';
import { FilesOfGrounds } from './files.page.tsx';

export const replyField = (ground: Ground): string => `reply_${ground}`;

const QUESTIONS_MAX = 3;

function Facts({ view, ground }: { view: PortalView; ground: GroundView }) {
  return (
    <>
      <h3 class="govuk-heading-s">{view.t(`breach.ground.${ground.code}`)}</h3>
      <p class="govuk-body vb-typed">{ground.facts}</p>
    </>
  );
}

/** What was said to a ground, once nothing more can be. */
function Said({ ground, ...o }: BreachPageOptions & { ground: GroundView }) {
  const { t } = o.view;
  const [reply] = ground.replies;
  if (!reply) return <p class="govuk-body-s">{t('breach.noReply')}</p>;
  return (
    <div class="govuk-inset-text">
      <p class="govuk-body-s govuk-!-margin-bottom-1">
        {t(reply.isPayers === o.own.isPayer ? 'breach.yours' : 'breach.others')}
        {' · '}
        {t('breach.sent', { when: momentIn(o, reply.sentAt) })}
      </p>
      <p class="govuk-body vb-typed govuk-!-margin-bottom-0">{reply.text}</p>
    </div>
  );
}

function Grounds(o: BreachPageOptions) {
  const { view, own, errors = [] } = o;
  const { t } = view;
  const named = own.breach.grounds.filter((g) => g.facts !== null);
  if (named.length === 0) return null;
  const kept = Object.fromEntries(named.map((g) => [replyField(g.code), g.replies[0]?.text]));
  const fields = { view, values: { ...kept, ...o.values }, errors: fieldErrors(view, errors) };
  const lead = (
    <>
      <h2 class="govuk-heading-m">{t('breach.notice')}</h2>
      <p class="govuk-body">{t('breach.noticeLead')}</p>
    </>
  );
  if (!own.breach.isWindowOpen) {
    return (
      <>
        {lead}
        {named.map((ground) => (
          <>
            <Facts view={view} ground={ground} />
            <Said {...o} ground={ground} />
          </>
        ))}
        <FilesOfGrounds {...o} named={named} />
      </>
    );
  }
  return (
    <>
      {lead}
      <p class="govuk-body">{t('breach.rights')}</p>
      <Form view={view} action={`/cases/${own.row.reference}/breach/reply`}>
        {named.map((ground) => (
          <>
            <Facts view={view} ground={ground} />
            <LongTextField
              {...fields}
              name={replyField(ground.code)}
              label={t('breach.reply')}
              hint={
                ground.replies[0]
                  ? t('breach.sent', { when: momentIn(o, ground.replies[0].sentAt) })
                  : t('breach.replyHint')
              }
              maxLength={TEXT_MAX}
              rows={6}
            />
          </>
        ))}
        <Submit text={t('breach.send')} />
      </Form>
      <FilesOfGrounds {...o} named={named} />
    </>
  );
}

function Questions(o: BreachPageOptions) {
  const { view, own, values = {}, errors = [] } = o;
  const { t } = view;
  const { questions, isWindowOpen, isPaused } = own.breach;
  const mayAsk = isWindowOpen && !isPaused && questions.length < QUESTIONS_MAX;
  return (
    <>
      {questions.map((q) => (
        <div class="govuk-inset-text">
          <p class="govuk-body-s govuk-!-margin-bottom-1">
            {t('breach.asked', { when: momentIn(o, q.askedAt) })}
          </p>
          <p class="govuk-body vb-typed">{q.text}</p>
          {q.answeredAt ? (
            <>
              <p class="govuk-body-s govuk-!-margin-bottom-1">
                {t('breach.answered', { when: momentIn(o, q.answeredAt) })}
              </p>
              <p class="govuk-body vb-typed govuk-!-margin-bottom-0">{q.answer}</p>
            </>
          ) : (
            <p class="govuk-body govuk-!-margin-bottom-0">{t('breach.waits')}</p>
          )}
        </div>
      ))}
      {mayAsk && (
        <govuk.Details
          summaryText={t('breach.question')}
          open={errors.some((e) => e.field === 'question')}
          html={
            <Form view={view} action={`/cases/${own.row.reference}/breach/question`}>
              <p class="govuk-body">{t('breach.questionLead')}</p>
              <LongTextField
                {...{ view, values, errors: fieldErrors(view, errors) }}
                name="question"
                label={t('breach.questionField')}
                maxLength={TEXT_MAX}
              />
              <Submit text={t('breach.ask')} classes="govuk-button--secondary" />
            </Form>
          }
        />
      )}
    </>
  );
}

/** Where it stands in one sentence, who must act, by when, and what silence does. */
function Standing(o: BreachPageOptions) {
  const { t, lang } = o.view;
  const { standing, file } = o.own.breach;
  const when = momentIn(o, standing === 'declared' ? file.appealBy : file.replyBy);
  const { who } = breachStandings[standing];
  const city = { city: o.own.consulate.city };
  return (
    <StatusPanel
      lang={lang}
      status={t(`breach.status.${standing}`, { when })}
      next={t(`breach.silence.${standing}`)}
      who={
        who === 'payer'
          ? 'you'
          : who === 'nobody'
            ? 'nobody'
            : { name: t('tracking.who.consulate', city) }
      }
      tone={who === 'payer' ? 'wait' : 'info'}
    />
  );
}

function saidText({ t }: PortalView, code: unknown): string | undefined {
  if (typeof code !== 'string' || !/^[a-z_]{1,40}$/.test(code)) return undefined;
  const key = [`breach.said.${code}`, `breach.refused.${code}`].find((k) => t.has(k));
  return key && t.dynamic(key);
}

export function BreachPage(o: BreachPageOptions) {
  const { view, own, errors = [] } = o;
  const { t } = view;
  const said = saidText(view, o.said);
  const back = `/cases/${own.row.reference}`;
  return (
    <Page view={view} title={t('breach.title')} back={back} errors={errors}>
      {said && <Notice view={view} text={said} />}
      <span class="govuk-caption-l">{own.row.reference}</span>
      <h1 class="govuk-heading-l">{t('breach.title')}</h1>
      <Standing {...o} />
      <DecisionPanel {...o} />
      <Grounds {...o} />
      <Questions {...o} />
    </Page>
  );
}
