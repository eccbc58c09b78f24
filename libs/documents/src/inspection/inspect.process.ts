// A program of its own: reads one file from its input and says what it is. It has no settings, no
// secrets and no right to write or to start anything, and whoever started it ends it in time.
import { typeOf, type UploadRefusal } from '../domain/upload.ts';

async function answerTo(bytes: Buffer): Promise<{ answer: object; content?: Buffer }> {
  const refused = (code: UploadRefusal) => ({ answer: { code } });
  const type = typeOf(bytes);
  if (!type) return refused(bytes.length === 0 ? 'empty' : 'unknown_type');
  if (type === 'application/pdf') {
    const { inspectPdf } = await import('./inspect-pdf.ts');
    const found = await inspectPdf(bytes);
    return typeof found === 'string' ? refused(found) : { answer: { type, ...found } };
  }
  const { inspectImage } = await import('./inspect-image.ts');
  const found = await inspectImage(bytes, type);
  return typeof found === 'string'
    ? refused(found)
    : { answer: { type, pages: null }, content: found.bytes };
}

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const { answer, content } = await answerTo(Buffer.concat(chunks));
process.stdout.write(`${JSON.stringify(answer)}\n`);
if (content) process.stdout.write(content);
