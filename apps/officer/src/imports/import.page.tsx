import { Badge, DateTime, Page, Progress, Timeline } from '#web';
import { Notice } from '../shared/notice.view.tsx';
import { importWords } from '../words/movement-import.ts';
import { DecideImport } from './decide.view.tsx';
import { isRunning, type ImportPageOptions } from './import-page.ts';
import { Brought } from './brought.view.tsx';
import { Counts, Foreseen, Problems } from './rows.view.tsx';

const REFRESH_SECONDS = 3;

/** How far the worker is; asked for again while it works, with a script and without. */
function HowFar(o: ImportPageOptions) {
  const { view, content } = o;
  const { t, lang } = view;
  const { sent } = content;
  if (!isRunning(o)) return null;
  const isChecking = sent.state === 'checking';
  const lines = isChecking ? sent.linesChecked : sent.linesLoaded;
  return (
    <Progress
      id="progress"
      label={t(isChecking ? 'imports.progress.checking' : 'imports.progress.importing')}
      done={isChecking ? sent.bytesChecked : sent.bytesLoaded}
      total={sent.bytes}
      text={t('imports.progress.lines', { lines: new Intl.NumberFormat(lang).format(lines) })}
      running={false}
    >
      <p class="govuk-body">{t('imports.progress.leave')}</p>
    </Progress>
  );
}

function History({ view, content }: ImportPageOptions) {
  const { t, lang } = view;
  const { sent, steps, names, zone } = content;
  const first = { event: 'sent', actorId: sent.sentBy, reasonCode: null, at: sent.sentAt } as const;
  return (
    <>
      <h2 class="govuk-heading-m">{t('imports.history')}</h2>
      <Timeline
        lang={lang}
        items={[first, ...steps].reverse().map((step) => ({
          title: t(`imports.event.${step.event}`),
          when: <DateTime at={step.at} zone={zone} lang={lang} />,
          by: (step.actorId && names.get(step.actorId)) || undefined,
          children: step.reasonCode && t.dynamic(`states.importDecline.${step.reasonCode}`),
        }))}
      />
    </>
  );
}

/** One import: how far it is, what would follow, and what one may decide. */
export function ImportPage(o: ImportPageOptions) {
  const { view, content } = o;
  const { t, lang } = view;
  const { sent, zone } = content;
  const running = isRunning(o);
  const title = t(`imports.one.${sent.source}`);
  return (
    <Page
      view={view}
      title={title}
      back="/movements/imports"
      refreshSeconds={running ? REFRESH_SECONDS : undefined}
      wide
    >
      <Notice view={view} code={o.notice} group="imports" />
      <div id="import" data-live={running ? `${REFRESH_SECONDS}` : undefined}>
        <span class="govuk-caption-l">
          <DateTime at={sent.sentAt} zone={zone} lang={lang} />
        </span>
        <h1 class="govuk-heading-l govuk-!-margin-bottom-2">{title}</h1>
        <p class="govuk-body">
          <Badge tone={importWords[sent.state].tone}>
            {t(`states.movementImport.${sent.state}`)}
          </Badge>
        </p>
        <p class="govuk-body-l">{t(`imports.sentence.${sent.state}`)}</p>
        <div class="govuk-grid-row">
          <div class="govuk-grid-column-two-thirds">
            <HowFar {...o} />
            <Brought {...o} />
            <Counts {...o} />
            <Foreseen {...o} />
            <Problems {...o} />
            <DecideImport {...o} />
          </div>
          <div class="govuk-grid-column-one-third">
            <History {...o} />
          </div>
        </div>
      </div>
    </Page>
  );
}
