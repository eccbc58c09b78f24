import { rmSync } from 'node:fs';

export default async function tearDown() {
  const { stop, folder } = globalThis.testServer ?? {};
  await stop?.();
  for (const end of ['', '.log']) rmSync(`${folder}${end}`, { recursive: true, force: true });
}
