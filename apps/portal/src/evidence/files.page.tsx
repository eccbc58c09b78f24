import type { EvidenceView } from '#departure';
import { formatDay } from '#kernel';
import { Form, govuk, Page, Submit } from '#web';
import { AddFile, fileErrors, KeptFiles } from '../files/own-files.view.tsx';
import type { PortalView } from '../text/index.ts';
import type { EvidenceContent } from './own-evidence.service.ts';

export interface FilesPageOptions {
  readonly view: PortalView;
  readonly content: EvidenceContent;
  readonly draft: EvidenceView;
  /** Why the last file was not kept, as the address says it. */
  readonly refused: unknown;
}

/** What proves the departure: files are added one by one, then all is sent. */
export function FilesPage(o: FilesPageOptions) {
  const { view, content, draft } = o;
  const { t, lang } = view;
  const { row, ports } = content;
  const errors = fileErrors(view, o.refused);
  const home = `/cases/${row.reference}/departure`;
  const { files } = content;
  const port = ports.find((p) => p.code === draft.portCode);
  const line = (key: string, text: string) => ({
    key: { text: key },
    value: { text },
    actions: {
      items: [{ href: home, text: t('evidence.files.change'), visuallyHiddenText: key }],
    },
  });
  return (
    <Page view={view} title={t('evidence.files.title')} back={home} errors={errors}>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          <span class="govuk-caption-l">{row.reference}</span>
          <h1 class="govuk-heading-l">{t('evidence.files.title')}</h1>
          <h2 class="govuk-heading-m">{t('evidence.files.stated')}</h2>
          <govuk.SummaryList
            rows={[
              line(t('evidence.claim.departedOn'), formatDay(draft.departedOn, lang)),
              line(t('evidence.claim.port'), port ? port.name : t('evidence.claim.otherPort')),
              line(t('evidence.claim.kind'), t(`evidence.kind.${draft.kind}`)),
            ]}
          />
          <h2 class="govuk-heading-m">{t('files.yours')}</h2>
          <KeptFiles view={view} files={files} />
          <AddFile
            {...{ view, files, errors }}
            action={`${home}/files`}
            hint={t('evidence.files.hint')}
          />
          <h2 class="govuk-heading-m">{t('evidence.files.send')}</h2>
          <p class="govuk-body">{t('evidence.files.sendLead')}</p>
          <Form view={view} action={`${home}/send`}>
            <Submit text={t('evidence.files.sendButton')} disabled={files.length === 0} />
          </Form>
        </div>
      </div>
    </Page>
  );
}
