import { Readable } from 'node:stream';
import { applyDecorators, Header, StreamableFile } from '@nestjs/common';

const ENDING: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** A file that somebody sent: saved, never shown within the site, and let do nothing. */
export const SendsFile = () =>
  applyDecorators(
    Header('content-security-policy', "default-src 'none'; sandbox"),
    Header('cache-control', 'private, no-store'),
  );

/** A letter that was made just now. */
export const letterFile = (pdf: Buffer, name: string): StreamableFile =>
  new StreamableFile(pdf, {
    ...{ type: 'application/pdf', length: pdf.length },
    disposition: `attachment; filename="${name}.pdf"`,
  });

/** Read as it is sent. `name` is ours, without an ending: what it was called nobody knows. */
export function attachment(
  file: { type: string; bytes: number; content: AsyncIterable<Buffer> },
  name: string,
): StreamableFile {
  return new StreamableFile(Readable.from(file.content), {
    ...{ type: file.type, length: file.bytes },
    disposition: `attachment; filename="${name}.${ENDING[file.type] ?? 'bin'}"`,
  });
}
