import { StreamableFile } from '@nestjs/common';

/** A file of payments as the operator's bank takes it. */
export function paymentXml(xml: string, name: string): StreamableFile {
  const bytes = Buffer.from(xml, 'utf8');
  return new StreamableFile(bytes, {
    ...{ type: 'application/xml', length: bytes.length },
    disposition: `attachment; filename="${name}.xml"`,
  });
}
