import type { Upload } from '#documents';
import { Badge } from '#web';
import type { OfficerView } from '../text/index.ts';

/** A file with the address under which it can be looked at for some minutes. */
export interface ShownFile extends Upload {
  readonly href: string;
}

const kilobytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1024))}`;

interface Files {
  readonly view: OfficerView;
  readonly files: readonly ShownFile[];
}

/** What was sent, to be opened one by one. */
export function FileLines({ view, files }: Files) {
  const { t } = view;
  return (
    <>
      <ul class="govuk-list">
        {files.map((file, i) => (
          <li>
            <a class="govuk-link" href={file.href}>
              {t('checked.file', { n: `${i + 1}` })}
            </a>
            {', '}
            {file.pages
              ? t('checked.pdf', { count: file.pages, size: kilobytes(file.bytes) })
              : t('checked.picture', { size: kilobytes(file.bytes) })}{' '}
            {file.scan === 'not_scanned' && <Badge tone="wait">{t('checked.notScanned')}</Badge>}
          </li>
        ))}
      </ul>
      <p class="govuk-body-s">{t('checked.filesHelp')}</p>
    </>
  );
}

/** In a part of the page of its own. */
export const FileList = (o: Files) => (
  <>
    <h2 class="govuk-heading-m">{o.view.t('checked.files')}</h2>
    <FileLines {...o} />
  </>
);
