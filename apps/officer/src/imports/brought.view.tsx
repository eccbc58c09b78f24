import { Temporal } from '#kernel';
import { DateTime, govuk } from '#web';
import { programmeName } from '../shared/case-table.view.tsx';
import type { OfficerView } from '../text/index.ts';
import type { ImportPageOptions } from './import-page.ts';

const kilobytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1024))}`;
const line = (key: string, value: unknown) => ({
  key: { text: key },
  value: typeof value === 'string' ? { text: value } : { html: value as never },
});

/** What was sent: the file, or the record that was typed in with what proves it. */
export function Brought(o: ImportPageOptions) {
  const { view, content } = o;
  const { t } = view;
  const { sent, names } = content;
  const rows = [
    line(t('imports.programme'), programmeName(view, sent.programmeCode)),
    line(t('imports.sentBy'), names.get(sent.sentBy) ?? ''),
    ...(sent.source === 'file' ? fileRows(view, o) : handRows(view, o)),
  ];
  return <govuk.SummaryList rows={rows} />;
}

function fileRows({ t }: OfficerView, { content: { sent } }: ImportPageOptions) {
  const delimiter = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;
  const how = sent.delimiter
    ? t(`imports.delimiter.${delimiter[sent.delimiter]}`)
    : t('imports.delimiter.manifest');
  return [
    line(t('imports.written'), `${t(`imports.encoding.${sent.encoding}`)}, ${how}`),
    line(t('imports.size'), t('imports.kilobytes', { size: kilobytes(sent.bytes) })),
  ];
}

function handRows(view: OfficerView, { content, proofQuery }: ImportPageOptions) {
  const { t, lang } = view;
  const { sent, record } = content;
  if (!record) return [];
  const at = Temporal.Instant.from(record.happened_at);
  return [
    line(t('movements.kind'), t.dynamic(`states.kind.${record.kind}`)),
    line(t('imports.hand.port'), record.port),
    line(t('imports.hand.when'), <DateTime at={at} zone="UTC" lang={lang} />),
    ...(record.authorised_until
      ? [line(t('imports.hand.untilShort'), record.authorised_until)]
      : []),
    line(t('imports.hand.number'), `${record.issuing_state} ${record.document_number}`),
    ...(sent.reason
      ? [line(t('imports.hand.reasonShort'), t(`states.handReason.${sent.reason}`))]
      : []),
    line(
      t('imports.hand.proof'),
      <>
        <a class="govuk-link" href={`/movements/imports/${sent.id}/proof?${proofQuery}`}>
          {t('imports.proofLink')}
        </a>
        {sent.proofScan === 'not_scanned' && ` ${t('imports.notScanned')}`}
      </>,
    ),
  ];
}
