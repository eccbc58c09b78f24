import { Form, govuk, Page, Submit } from '#web';
import type { PortalView } from '../text/index.ts';
import { AddFile, fileErrors, KeptFiles, type OwnFile } from './own-files.view.tsx';

/** What was stated before, and the files that show it: added one by one, then all is sent. */
export function FilesToSendPage(o: {
  readonly view: PortalView;
  readonly reference: string;
  /** The page on which it was stated; the files are below it. */
  readonly home: string;
  readonly title: string;
  /** What was stated: its heading, and line by line. */
  readonly heading: string;
  readonly stated: readonly (readonly [what: string, text: string])[];
  readonly files: readonly OwnFile[];
  /** Why the last file was not kept, as the address says it. */
  readonly refused: unknown;
  /** Instead of what is said of every file. */
  readonly hint?: string;
}) {
  const { view, home, title, files, hint } = o;
  const { t } = view;
  const errors = fileErrors(view, o.refused);
  return (
    <Page view={view} title={title} back={home} errors={errors}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <span class="govuk-caption-l">{o.reference}</span>
          <h1 class="govuk-heading-l">{title}</h1>
          <h2 class="govuk-heading-m">{o.heading}</h2>
          <govuk.SummaryList
            rows={o.stated.map(([what, text]) => ({
              key: { text: what },
              value: { text },
              actions: {
                items: [{ href: home, text: t('files.change'), visuallyHiddenText: what }],
              },
            }))}
          />
          <h2 class="govuk-heading-m">{t('files.yours')}</h2>
          <KeptFiles view={view} files={files} />
          <AddFile {...{ view, files, errors }} action={`${home}/files`} {...(hint && { hint })} />
          <h2 class="govuk-heading-m">{t('files.send')}</h2>
          <p class="govuk-body">{t('files.sendLead')}</p>
          <Form view={view} action={`${home}/send`}>
            <Submit text={t('files.sendButton')} disabled={files.length === 0} />
          </Form>
        </div>
      </div>
    </Page>
  );
}
