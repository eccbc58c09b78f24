import type { GroundView } from '#breach';
import { govuk, Page } from '#web';
import { AddFile, fileErrors, KeptFiles, type OwnFile } from '../files/own-files.view.tsx';
import { momentIn, type BreachPageOptions } from './breach-page.ts';

/** Where the files of a ground are. */
export const replyFilesOf = (reference: string, ground: string): string =>
  `/cases/${reference}/breach/grounds/${ground}/files`;

/** What was sent for one ground, and the way to add to it while the window is open. */
export function ReplyFilesPage(
  o: BreachPageOptions & {
    readonly ground: GroundView;
    readonly files: readonly OwnFile[];
    /** Why the last file was not kept, as the address says it. */
    readonly refused: unknown;
  },
) {
  const { view, own, ground, files } = o;
  const { t } = view;
  const { file, isWindowOpen, isPaused } = own.breach;
  const errors = fileErrors(view, o.refused);
  const back = `/cases/${own.row.reference}/breach`;
  const until = isPaused
    ? t('breach.files.paused')
    : t('breach.files.until', { when: momentIn(o, file.replyBy) });
  return (
    <Page view={view} title={t('breach.files.title')} back={back} errors={errors}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <span class="govuk-caption-l">{own.row.reference}</span>
          <h1 class="govuk-heading-l">{t('breach.files.title')}</h1>
          <h2 class="govuk-heading-m">{t(`breach.ground.${ground.code}`)}</h2>
          <p class="govuk-body vb-typed">{ground.facts}</p>
          <h2 class="govuk-heading-m">{t('files.yours')}</h2>
          <KeptFiles view={view} files={files} />
          {isWindowOpen && (
            <>
              <p class="govuk-body">
                {t('breach.files.lead')} {until}
              </p>
              <AddFile
                {...{ view, files, errors }}
                action={replyFilesOf(own.row.reference, ground.code)}
              />
            </>
          )}
          <govuk.Button text={t('breach.files.back')} href={back} />
        </div>
      </div>
    </Page>
  );
}

/** The grounds with how many files each has: below what is written, which is sent by itself. */
export function FilesOfGrounds(o: BreachPageOptions & { readonly named: readonly GroundView[] }) {
  const { view, own } = o;
  const { t } = view;
  const { isWindowOpen } = own.breach;
  const shown = isWindowOpen ? o.named : o.named.filter((g) => g.uploadIds.length > 0);
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="files">
      <h2 class="govuk-heading-m" id="files">
        {t('breach.files.heading')}
      </h2>
      {isWindowOpen && <p class="govuk-body">{t('breach.files.first')}</p>}
      <govuk.SummaryList
        rows={shown.map((ground) => ({
          key: { text: t(`breach.ground.${ground.code}`) },
          value: { text: t('breach.files.count', { count: ground.uploadIds.length }) },
          actions: {
            items: [
              {
                href: replyFilesOf(own.row.reference, ground.code),
                text: t(isWindowOpen ? 'breach.files.add' : 'breach.files.see'),
                visuallyHiddenText: t(`breach.ground.${ground.code}`),
              },
            ],
          },
        }))}
      />
    </section>
  );
}
