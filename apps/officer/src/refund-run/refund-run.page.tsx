import { formatMoment } from '#kernel';
import { pauseReasons } from '#refund';
import {
  fieldErrors,
  Form,
  govuk,
  KeyFacts,
  Page,
  Progress,
  RadioField,
  Submit,
  type FieldError,
} from '#web';
import type { Staff } from '../accounts-for-web.service.ts';
import { countWords } from '../shared/list-pager.view.tsx';
import { Notice } from '../shared/notice.view.tsx';
import type { OfficerView } from '../text/index.ts';
import type { RefundRunContent } from './refund-run-pages.service.ts';

const REFRESH_SECONDS = 5;

interface Props {
  readonly view: OfficerView;
  readonly staff: Staff;
  readonly content: RefundRunContent;
  readonly notice?: unknown;
  readonly errors?: readonly FieldError[];
}

function Paused({ view, content }: Props) {
  const { t, lang } = view;
  const { run, pausedBy } = content;
  if (!run.pausedAt || !run.pauseReason) return null;
  const when = formatMoment(run.pausedAt, 'UTC', lang);
  const reason = t(`states.pause.${run.pauseReason}`);
  const name = pausedBy ?? t('queues.nobody');
  return <govuk.WarningText text={t('refundRun.paused', { name, when, reason })} />;
}

/** How far the run is; asked for again while there is something to send. */
function HowFar({ view, content }: Props) {
  const { t } = view;
  const { run, counts, minutes } = content;
  const said = (count: number) => countWords(view, count);
  const { waiting, held, underWay, sentLastHour } = counts;
  return (
    <>
      <KeyFacts
        facts={[
          { label: t('refundRun.waiting'), value: said(waiting) },
          { label: t('refundRun.held'), value: said(held) },
          { label: t('refundRun.underWay'), value: said(underWay) },
          { label: t('refundRun.sentLastHour'), value: said(sentLastHour) },
        ]}
      />
      {waiting > 0 ? (
        <Progress
          id="progress"
          label={t('refundRun.progress')}
          done={sentLastHour}
          total={sentLastHour + waiting}
          text={t('refundRun.progressText', { sent: said(sentLastHour), waiting: said(waiting) })}
          running={false}
        >
          {!run.pausedAt && <p class="govuk-body">{t('refundRun.minutes', { count: minutes })}</p>}
        </Progress>
      ) : (
        <p class="govuk-body">{t('refundRun.nothing')}</p>
      )}
    </>
  );
}

function Act({ view, content, errors = [] }: Props) {
  const { t } = view;
  return content.run.pausedAt ? (
    <Form view={view} action="/refunds/run/resume">
      <h2 class="govuk-heading-m">{t('refundRun.resume.title')}</h2>
      <p class="govuk-body">{t('refundRun.resume.effect')}</p>
      <Submit text={t('refundRun.resume.button')} />
    </Form>
  ) : (
    <Form view={view} action="/refunds/run/pause">
      <h2 class="govuk-heading-m">{t('refundRun.pause.title')}</h2>
      <RadioField
        {...{ view, values: {}, errors: fieldErrors(view, errors) }}
        name="reason"
        label={t('refundRun.pause.reason')}
        hint={t('refundRun.pause.hint')}
        choices={pauseReasons.map((code) => ({ value: code, text: t(`states.pause.${code}`) }))}
      />
      <Submit text={t('refundRun.pause.button')} classes="govuk-button--warning" />
    </Form>
  );
}

/** How refunds leave, how far they are, and the pause of all of them. */
export function RefundRunPage(o: Props) {
  const { view, staff, content, errors = [] } = o;
  const { t } = view;
  const isRunning = content.counts.waiting > 0 && !content.run.pausedAt && errors.length === 0;
  return (
    <Page
      view={view}
      title={t('refundRun.title')}
      back="/refunds"
      errors={errors}
      refreshSeconds={isRunning ? REFRESH_SECONDS : undefined}
      wide
    >
      <Notice view={view} code={o.notice} group="refundRun" />
      <h1 class="govuk-heading-l">{t('refundRun.title')}</h1>
      <p class="govuk-body-l">{t('refundRun.lead')}</p>
      <div id="run" data-live={isRunning ? `${REFRESH_SECONDS}` : undefined}>
        <Paused {...o} />
        <HowFar {...o} />
      </div>
      {staff.permissions.has('refund.approve') && <Act {...o} />}
    </Page>
  );
}
