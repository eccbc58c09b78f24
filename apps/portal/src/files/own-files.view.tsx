import { type Upload, UPLOADS_OF_THING_MAX } from '#documents';
import { Form, govuk, Submit } from '#web';
import type { FieldError } from '#web';
import type { PortalView } from '../text/index.ts';

/** A file of one's own, with the address under which it can be looked at for some minutes. */
export interface OwnFile extends Upload {
  readonly href: string;
}

interface Files {
  readonly view: PortalView;
  readonly files: readonly OwnFile[];
}

const FIELD = 'file';

/** Why the last file was not kept, as the address says it. */
export function fileErrors({ t }: PortalView, refused: unknown): FieldError[] {
  const key = `files.refused.${typeof refused === 'string' ? refused : ''}`;
  const isKnown = typeof refused === 'string' && /^[a-z_]+$/.test(refused) && t.has(key);
  return isKnown ? [{ field: FIELD, key }] : [];
}

const kilobytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1024))}`;

function describe({ t }: PortalView, file: OwnFile): string {
  const size = kilobytes(file.bytes);
  const what = file.pages
    ? t('files.pdf', { count: file.pages, size })
    : t('files.picture', { size });
  return file.scan === 'clean' ? what : `${what} ${t('files.notScanned')}`;
}

export function KeptFiles({ view, files }: Files) {
  const { t } = view;
  if (files.length === 0) return <p class="govuk-body">{t('files.none')}</p>;
  return (
    <govuk.SummaryList
      rows={files.map((file, i) => ({
        key: { text: t('files.number', { n: `${i + 1}` }) },
        value: { text: describe(view, file) },
        actions: {
          items: [
            {
              href: file.href,
              text: t('files.open'),
              visuallyHiddenText: t('files.number', { n: `${i + 1}` }),
            },
          ],
        },
      }))}
    />
  );
}

/** Works without a script: then the browser shows how much is sent. */
export function AddFile(
  o: Files & {
    readonly errors: readonly FieldError[];
    readonly action: string;
    /** Instead of what is said of every file. */
    readonly hint?: string;
  },
) {
  const { view, files, errors } = o;
  const { t } = view;
  if (files.length >= UPLOADS_OF_THING_MAX) {
    return <govuk.InsetText text={t('files.full', { max: `${UPLOADS_OF_THING_MAX}` })} />;
  }
  return (
    <Form view={view} action={o.action} multipart>
      <govuk.FileUpload
        id={FIELD}
        name={FIELD}
        label={{ text: t('files.add'), classes: 'govuk-label--s' }}
        hint={{ text: o.hint ?? t('files.hint') }}
        errorMessage={errors[0] && { text: t.dynamic(errors[0].key) }}
        attributes={{ accept: 'application/pdf,image/jpeg,image/png' }}
      />
      <div class="vb-progress" data-upload-progress hidden>
        <label class="govuk-label" for="upload-bar">
          {t('files.sending')}
        </label>
        <progress id="upload-bar" value={0} max={100} />
        <p class="govuk-body-s" role="status">
          {t('files.checking')}
        </p>
      </div>
      <Submit text={t('files.button')} classes="govuk-button--secondary" />
    </Form>
  );
}
