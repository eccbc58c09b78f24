// Styles, scripts, fonts and the icon of both sites. Erasable TypeScript: Node runs it as it is.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import { compileAsync } from 'sass';

const SITES = ['portal', 'officer'] as const;
const checkout = join(import.meta.dirname, '..', '..');
const source = join(import.meta.dirname, 'src');
/** Saved by whoever checks published seals; no page runs it. */
const verifier = join(checkout, 'libs', 'audit', 'src', 'sealing', 'verify-seals.mjs');

/** esbuild then resolves, hashes and copies what the styles point to. */
const sassFiles: Plugin = {
  name: 'sass',
  setup(work) {
    work.onLoad({ filter: /\.scss$/ }, async ({ path }) => {
      const { css } = await compileAsync(path, { loadPaths: [checkout], quietDeps: true });
      return { contents: css, loader: 'css', resolveDir: dirname(path) };
    });
  },
};

/** The fonts' licence lets them be passed on with its text and copyright; served beside them. */
function addLicences(outDir: string): void {
  const font = join(checkout, 'node_modules', '@fontsource', 'public-sans', 'LICENSE');
  copyFileSync(font, join(outDir, 'public-sans-LICENSE.txt'));
}

function addHashed(outDir: string, path: string): string {
  const content = readFileSync(path);
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8).toUpperCase();
  const name = basename(path).replace(/(\.\w+)$/, `-${hash}$1`);
  writeFileSync(join(outDir, name), content);
  return name;
}

/** Smaller twins that the server sends to browsers which take them. */
function compress(outDir: string): void {
  for (const name of readdirSync(outDir)) {
    if (!/\.(css|js|svg)$/.test(name)) continue;
    const content = readFileSync(join(outDir, name));
    writeFileSync(join(outDir, `${name}.br`), brotliCompressSync(content));
    writeFileSync(join(outDir, `${name}.gz`), gzipSync(content, { level: 9 }));
  }
}

/** Writes hashed files and `manifest.json` (plain name → file name) into an emptied folder. */
export async function buildAssets(outDir: string): Promise<Record<string, string>> {
  rmSync(outDir, { recursive: true, force: true });
  mkdirSync(outDir, { recursive: true });
  const { metafile } = await build({
    entryPoints: SITES.flatMap((site) => [
      { in: join(source, 'scripts', `${site}.js`), out: site },
      { in: join(source, 'styles', `${site}.scss`), out: site },
    ]),
    outdir: outDir,
    entryNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    publicPath: '/assets/',
    bundle: true,
    minify: true,
    metafile: true,
    format: 'esm',
    target: ['es2020', 'chrome87', 'firefox78', 'safari15'],
    loader: { '.woff2': 'file', '.svg': 'dataurl', '.png': 'dataurl' },
    plugins: [sassFiles],
    legalComments: 'none',
    logLevel: 'error',
  });
  const built = Object.entries(metafile.outputs).flatMap(([path, output]) => {
    const entry = output.entryPoint && basename(output.entryPoint).replace(/\.scss$/, '.css');
    return entry ? [[entry, basename(path)] as const] : [];
  });
  const manifest = {
    ...Object.fromEntries(built),
    'verify-seals.mjs': addHashed(outDir, verifier),
    'icon.svg': addHashed(outDir, join(source, 'styles', 'icon.svg')),
  };
  writeFileSync(join(outDir, 'manifest.json'), JSON.stringify(manifest, null, 2));
  addLicences(outDir);
  compress(outDir);
  return manifest;
}
