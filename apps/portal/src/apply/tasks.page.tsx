import { mayOpenCase } from '#programme';
import { Badge, govuk, Page, type Tone } from '#web';
import { consulateName } from '../cases/new-case.page.tsx';
import { Notice } from '../notice.tsx';
import { NotOpenNotice, programmeName } from '../start/programme-words.tsx';
import { ContactPanel } from '../tracking/contact-panel.page.tsx';
import type { PortalView } from '../text/index.ts';
import { CHECK } from './apply-page.ts';
import type { Draft } from './drafts.service.ts';
import { isComplete, pagesOf, standingOf, type PageStanding } from './form.ts';
import { WithdrawLink } from '../withdraw/withdraw-link.page.tsx';

const TONES: Record<Exclude<PageStanding, 'done'>, Tone> = {
  not_started: 'info',
  attention: 'wait',
  outside: 'bad',
};

function Standing({ view, standing }: { view: PortalView; standing: PageStanding }) {
  const text = view.t(`apply.tasks.status.${standing}`);
  return standing === 'done' ? <>{text}</> : <Badge tone={TONES[standing]}>{text}</Badge>;
}

/** The last look, which can be taken when all is answered. */
function checkItem({ t }: PortalView, href: string | undefined) {
  const later = 'govuk-task-list__status--cannot-start-yet';
  return {
    title: { text: t('apply.check.title') },
    href,
    status: href
      ? { html: <Badge tone="info">{t('apply.tasks.status.ready')}</Badge> }
      : { text: t('apply.tasks.status.later'), classes: later },
  };
}

/** A draft: what is done, what is missing, and the way to submit. */
export function TasksPage({
  view,
  draft,
  notice,
}: {
  view: PortalView;
  draft: Draft;
  notice?: string;
}) {
  const { t } = view;
  const { row, facts, programme, consulate } = draft;
  const at = (page: string) => `/cases/${row.reference}/apply/${page}`;
  const ready = isComplete(facts) && mayOpenCase(programme).ok;
  return (
    <Page view={view} title={t('apply.tasks.title')} back="/cases">
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          {notice && <Notice view={view} text={notice} />}
          <span class="govuk-caption-l">
            {t('apply.tasks.caption', { reference: row.reference })}
          </span>
          <h1 class="govuk-heading-l">{t('apply.tasks.title')}</h1>
          <p class="govuk-body">
            {programmeName(view, programme)}
            <br />
            {t('apply.tasks.consulate', { consulate: consulateName(view, consulate) })}
          </p>
          <NotOpenNotice view={view} programme={programme} />
          <p class="govuk-body">{t('apply.tasks.lead')}</p>
          <h2 class="govuk-heading-m">{t('apply.tasks.form')}</h2>
          <govuk.TaskList
            idPrefix="form"
            items={pagesOf(facts).map((page) => ({
              title: { text: page.title(t) },
              href: at(page.id),
              status: { html: <Standing view={view} standing={standingOf(page, facts)} /> },
            }))}
          />
          <h2 class="govuk-heading-m">{t('apply.tasks.submit')}</h2>
          <govuk.TaskList
            idPrefix="submit"
            items={[checkItem(view, ready ? at(CHECK) : undefined)]}
          />
          <p class="govuk-body">{t('apply.tasks.no_pay')}</p>
          <ContactPanel view={view} own={draft} />
          <WithdrawLink view={view} row={row} />
        </div>
      </div>
    </Page>
  );
}
