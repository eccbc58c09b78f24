// A bank's files, held against the schemas that ISO 20022 publishes, by libxml2.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../../tools/checkout.ts';
import { memoryPages, validateXML } from 'xmllint-wasm';

const FOLDER = join(checkout, 'test/schemas/iso20022');
export type Iso20022 =
  'pain.001.001.09' | 'pain.002.001.10' | 'camt.053.001.08' | 'camt.054.001.08';

/**
 * What is wrong with these files by the schema of their message; empty when each is valid. All of them
 * in one call: most of its time goes into reading the schema.
 */
export async function schemaFaults(message: Iso20022, files: readonly string[]): Promise<string[]> {
  const schema = readFileSync(join(FOLDER, `${message}.xsd`), 'utf8');
  const { valid, errors } = await validateXML({
    xml: files.map((contents, i) => ({ fileName: `${i}.xml`, contents })),
    schema: [{ fileName: `${message}.xsd`, contents: schema }],
    maxMemoryPages: 64 * memoryPages.MiB,
  });
  const faults = errors.filter(({ loc }) => loc).map(({ rawMessage }) => rawMessage);
  return valid || faults.length > 0 ? faults : ['not valid'];
}
