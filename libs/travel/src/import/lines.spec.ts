import { expect, test } from '@jest/globals';
import { chunksOf, LINE_BYTES_MAX, type LineChunk } from './lines.ts';

async function linesOf(text: string, size: number, encoding: 'utf-8' | 'latin-1' = 'utf-8') {
  const bytes = Buffer.from(text, encoding === 'utf-8' ? 'utf8' : 'latin1');
  async function* parts() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const chunks: LineChunk[] = [];
  for await (const chunk of chunksOf(parts(), encoding)) chunks.push(chunk);
  return { chunks, lines: chunks.flatMap((c) => c.lines), bytes: bytes.length };
}

test.each([1, 2, 7, 1_000])('parts of %d bytes, cut wherever they are', async (size) => {
  const { lines, chunks, bytes } = await linesOf('\uFEFFé,a\r\n\n"b\nlast', size);
  expect(lines).toEqual([
    { number: 1, text: 'é,a' },
    { number: 2, text: '' },
    { number: 3, text: '"b' },
    { number: 4, text: 'last' },
  ]);
  expect(chunks.at(-1)).toMatchObject({ lastLine: 4, bytes });
});

test('Latin-1 is read byte by byte', async () => {
  expect((await linesOf('Sénou\n', 3, 'latin-1')).lines).toEqual([{ number: 1, text: 'Sénou' }]);
});

test.each([500, 100_000])(
  'a line without end is let go in parts of %d, and the next one read',
  async (size) => {
    const endless = 'x'.repeat(3 * LINE_BYTES_MAX);
    const { lines, chunks, bytes } = await linesOf(`a\n${endless}\nb\n`, size);
    expect(lines.map((l) => l.text)).toEqual(['a', null, 'b']);
    expect(chunks.at(-1)).toMatchObject({ bytes });
  },
);

test('many lines come in chunks that say how far they go', async () => {
  const { chunks, bytes } = await linesOf('ab\n'.repeat(9_000), 70_000);
  expect(chunks.map((c) => c.lastLine)).toEqual([4_000, 8_000, 9_000]);
  expect(chunks.map((c) => c.bytes)).toEqual([12_000, 24_000, bytes]);
});
