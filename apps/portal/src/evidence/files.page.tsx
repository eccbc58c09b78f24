import type { EvidenceView } from '#departure';
import { formatDay } from '#kernel';
import { FilesToSendPage } from '../files/files-to-send.page.tsx';
import type { PortalView } from '../text/index.ts';
import type { EvidenceContent } from './own-evidence.service.ts';

export interface FilesPageOptions {
  readonly view: PortalView;
  readonly content: EvidenceContent;
  readonly draft: EvidenceView;
  /** Why the last file was not kept, as the address says it. */
  readonly refused: unknown;
}

/** What proves the departure. */
export function FilesPage({ view, content, draft, refused }: FilesPageOptions) {
  const { t, lang } = view;
  const { row, ports, files } = content;
  const port = ports.find((p) => p.code === draft.portCode);
  return (
    <FilesToSendPage
      {...{ view, files, refused, reference: row.reference }}
      home={`/cases/${row.reference}/departure`}
      title={t('evidence.files.title')}
      heading={t('evidence.files.stated')}
      stated={[
        [t('evidence.claim.departedOn'), formatDay(draft.departedOn, lang)],
        [t('evidence.claim.port'), port ? port.name : t('evidence.claim.otherPort')],
        [t('evidence.claim.kind'), t(`evidence.kind.${draft.kind}`)],
      ]}
      hint={t('evidence.files.hint')}
    />
  );
}
