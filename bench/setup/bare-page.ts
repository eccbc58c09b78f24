// Bare Fastify with the HTML of a page of ours, as a process of its own.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PageSide, startReference } from './site.ts';

export async function openBarePage(html: string) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const file = join(folder, 'page.html');
  writeFileSync(file, html);
  const child = await startReference('bare-page.ts', { HTML_FILE: file });
  const side = await PageSide.open(child, '/');
  if (side.html !== html) throw new Error('the bare page is another one');
  const close = async () => {
    side.close();
    await child.stop();
    rmSync(folder, { recursive: true });
  };
  return { side, close };
}
