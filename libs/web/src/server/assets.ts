import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Served addresses of built files by their plain names. */
export function readManifest(assetsDir: string): (name: string) => string {
  const path = join(assetsDir, 'manifest.json');
  let files: Record<string, string>;
  try {
    files = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
  } catch (cause) {
    throw new Error(`no built assets at ${path}: run "npm run build" first`, { cause });
  }
  return (name) => {
    const file = files[name];
    if (!file) throw new Error(`no asset is called "${name}"`);
    return `/assets/${file}`;
  };
}
