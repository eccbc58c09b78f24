import { breachStandings, TEXT_MAX } from '#breach';
import type { Instant } from '#kernel';
import { Badge, DateTime, fieldErrors, Form, govuk, LongTextField, MoneyFigure } from '#web';
import { Page, StatusPanel, Submit } from '#web';
import { CaseLink } from '../shared/case-link.view.tsx';
import { Notice } from '../shared/notice.view.tsx';
import { bondWords } from '../words/bond.ts';
import { ActsPanel } from './acts.view.tsx';
import { nameOf, whenOf, type BreachPageOptions } from './breach-page.ts';
import { Grounds, type GroundsOptions } from './grounds.view.tsx';
import { RulingsPanel } from './rulings.view.tsx';

function Summary(o: BreachPageOptions) {
  const { view, content } = o;
  const { t, lang } = view;
  const { file, bond, amount, isPaused } = content.breach;
  const at = (moment: Instant | null) =>
    moment ? (
      <DateTime at={moment} zone={content.zone} lang={lang} />
    ) : (
      <>{t('breaches.one.notYet')}</>
    );
  const row = (key: string, html: ReturnType<typeof at>) => ({
    key: { text: key },
    value: { html },
  });
  return (
    <govuk.SummaryList
      rows={[
        row(
          t('breaches.one.bond'),
          <Badge tone={bondWords[bond.state].tone}>{t(`states.bond.${bond.state}`)}</Badge>,
        ),
        row(t('breaches.one.amount'), <MoneyFigure money={amount} lang={lang} />),
        row(t('breaches.one.opened'), at(file.openedAt)),
        row(
          t('breaches.one.notice'),
          <>
            {at(file.noticedAt)}
            {file.noticeBy && (
              <>
                <br />
                {nameOf(o, file.noticeBy)}
              </>
            )}
          </>,
        ),
        row(
          t('breaches.one.replyBy'),
          isPaused ? <>{t('breaches.one.paused')}</> : at(file.replyBy),
        ),
        row(t('breaches.one.served'), at(file.servedAt)),
        row(t('breaches.one.appealBy'), at(file.appealBy)),
      ]}
    />
  );
}

function Questions({ view, staff, content, values = {}, errors = [] }: BreachPageOptions) {
  const { t, lang } = view;
  const { questions, file } = content.breach;
  if (questions.length === 0) return null;
  const mayAnswer = staff.permissions.has('breach.adjudicate');
  const at = (moment: Instant) => <DateTime at={moment} zone={content.zone} lang={lang} />;
  return (
    <section aria-labelledby="questions">
      <h2 class="govuk-heading-m" id="questions">
        {t('breaches.one.questions')}
      </h2>
      {questions.map((q) => (
        <govuk.InsetText
          html={
            <>
              <p class="govuk-body-s govuk-!-margin-bottom-1">{at(q.askedAt)}</p>
              <p class="govuk-body vb-typed">{q.text}</p>
              {q.answeredAt && (
                <>
                  <p class="govuk-body-s govuk-!-margin-bottom-1">{at(q.answeredAt)}</p>
                  <p class="govuk-body vb-typed govuk-!-margin-bottom-0">{q.answer}</p>
                </>
              )}
            </>
          }
        />
      ))}
      {content.breach.isPaused && mayAnswer && (
        <Form view={view} action={`/breaches/${file.id}/answer`}>
          <LongTextField
            {...{ view, values, errors: fieldErrors(view, errors) }}
            name="answer"
            label={t('breaches.one.yourAnswer')}
            hint={t('breaches.one.answerHint')}
            maxLength={TEXT_MAX}
          />
          <Submit text={t('breaches.one.sendAnswer')} />
        </Form>
      )}
    </section>
  );
}

function Appeal({ view, content }: BreachPageOptions) {
  const { appeal } = content.breach;
  if (!appeal) return null;
  const { t, lang } = view;
  return (
    <section aria-labelledby="appeal">
      <h2 class="govuk-heading-m" id="appeal">
        {t('breaches.tab.appeals')}
      </h2>
      <govuk.InsetText
        html={
          <>
            <p class="govuk-body-s govuk-!-margin-bottom-1">
              <DateTime at={appeal.lodgedAt} zone={content.zone} lang={lang} />
            </p>
            <p class="govuk-body vb-typed govuk-!-margin-bottom-0">{appeal.text}</p>
          </>
        }
      />
    </section>
  );
}

/** One file on one page: where it stands, who must act, and all that was said. */
export function BreachPage(o: GroundsOptions) {
  const { view, content, errors = [] } = o;
  const { t, lang } = view;
  const { file, standing } = content.breach;
  const { who } = breachStandings[standing];
  return (
    <Page view={view} title={t('breaches.one.title')} back="/breaches" wide errors={errors}>
      <Notice view={view} code={o.notice} group="breaches" />
      <span class="govuk-caption-l">
        <CaseLink view={view} reference={file.reference} />
      </span>
      <h1 class="govuk-heading-l">{t('breaches.one.title')}</h1>
      <StatusPanel
        lang={lang}
        status={t(`breaches.standing.${standing}`, { when: whenOf(o) })}
        who={who === 'nobody' ? 'nobody' : { name: t(`breaches.who.${who}`) }}
        next={t(`breaches.silence.${standing}`)}
        tone={who === 'nobody' ? 'neutral' : 'info'}
      />
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <RulingsPanel {...o} />
          <Grounds {...o} />
          <Questions {...o} />
          <Appeal {...o} />
        </div>
        <div class="govuk-grid-column-one-third">
          <ActsPanel {...o} />
          <Summary {...o} />
        </div>
      </div>
    </Page>
  );
}
