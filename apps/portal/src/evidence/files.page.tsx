import { FILES_OF_EVIDENCE_MAX, type EvidenceView } from '#departure';
import { formatDay } from '#kernel';
import { Form, govuk, Page, Submit } from '#web';
import type { FieldError } from '#web';
import type { PortalView } from '../text/index.ts';
import type { EvidenceContent, OwnFile } from './own-evidence.service.ts';

export interface FilesPageOptions {
  readonly view: PortalView;
  readonly content: EvidenceContent;
  readonly draft: EvidenceView;
  /** Why the last file was not kept, as the address says it. */
  readonly refused: unknown;
}

const FIELD = 'file';

function refusalOf({ view, refused }: FilesPageOptions): FieldError[] {
  const key = `evidence.refused.${typeof refused === 'string' ? refused : ''}`;
  const isKnown = typeof refused === 'string' && /^[a-z_]+$/.test(refused) && view.t.has(key);
  return isKnown ? [{ field: FIELD, key }] : [];
}

const kilobytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1024))}`;

function describe({ t }: PortalView, file: OwnFile): string {
  const size = kilobytes(file.bytes);
  const what = file.pages
    ? t('evidence.files.pdf', { count: file.pages, size })
    : t('evidence.files.picture', { size });
  return file.scan === 'clean' ? what : `${what} ${t('evidence.files.notScanned')}`;
}

function Kept({ view, content }: FilesPageOptions) {
  const { t } = view;
  const { files } = content;
  if (files.length === 0) return <p class="govuk-body">{t('evidence.files.none')}</p>;
  return (
    <govuk.SummaryList
      rows={files.map((file, i) => ({
        key: { text: t('evidence.files.number', { n: `${i + 1}` }) },
        value: { text: describe(view, file) },
        actions: {
          items: [
            {
              href: file.href,
              text: t('evidence.files.open'),
              visuallyHiddenText: t('evidence.files.number', { n: `${i + 1}` }),
            },
          ],
        },
      }))}
    />
  );
}

/** Works without a script: then the browser shows how much is sent. */
function Add({ view, content, errors }: FilesPageOptions & { errors: readonly FieldError[] }) {
  const { t } = view;
  const home = `/cases/${content.row.reference}/departure/files`;
  if (content.files.length >= FILES_OF_EVIDENCE_MAX) {
    return <govuk.InsetText text={t('evidence.files.full', { max: `${FILES_OF_EVIDENCE_MAX}` })} />;
  }
  return (
    <Form view={view} action={home} multipart>
      <govuk.FileUpload
        id={FIELD}
        name={FIELD}
        label={{ text: t('evidence.files.add'), classes: 'govuk-label--s' }}
        hint={{ text: t('evidence.files.hint') }}
        errorMessage={errors[0] && { text: t.dynamic(errors[0].key) }}
        attributes={{ accept: 'application/pdf,image/jpeg,image/png' }}
      />
      <div class="vb-progress" data-upload-progress hidden>
        <label class="govuk-label" for="upload-bar">
          {t('evidence.files.sending')}
        </label>
        <progress id="upload-bar" value={0} max={100} />
        <p class="govuk-body-s" role="status">
          {t('evidence.files.checking')}
        </p>
      </div>
      <Submit text={t('evidence.files.button')} classes="govuk-button--secondary" />
    </Form>
  );
}

/** What proves the departure: files are added one by one, then all is sent. */
export function FilesPage(o: FilesPageOptions) {
  const { view, content, draft } = o;
  const { t, lang } = view;
  const { row, ports } = content;
  const errors = refusalOf(o);
  const home = `/cases/${row.reference}/departure`;
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
          <h2 class="govuk-heading-m">{t('evidence.files.yours')}</h2>
          <Kept {...o} />
          <Add {...{ ...o, errors }} />
          <h2 class="govuk-heading-m">{t('evidence.files.send')}</h2>
          <p class="govuk-body">{t('evidence.files.sendLead')}</p>
          <Form view={view} action={`${home}/send`}>
            <Submit text={t('evidence.files.sendButton')} disabled={content.files.length === 0} />
          </Form>
        </div>
      </div>
    </Page>
  );
}
