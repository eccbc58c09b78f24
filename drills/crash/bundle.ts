// The worker that dies, in one file: most of a start is finding and loading three thousand, and a crash
// drill starts one for each of some seven hundred deaths. The code is what is in dist/, word for word.
import { build, type Plugin } from 'esbuild';
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkout } from '../../tools/checkout.ts';

const DIST = join(checkout, 'dist');
/** Below node_modules/, so that what stays outside is found from there. */
const FILE = join(checkout, 'node_modules', '.cache', 'drill', `worker-${process.pid}.mjs`);

/** Nest and TypeORM ask for these only where they are used, which is not here. */
const OTHERS = [
  ...['@nestjs/platform-express', '@nestjs/websockets', '@nestjs/microservices', '@fastify/view'],
  ...['mongodb', 'mysql2', 'oracledb', 'redis', 'sql.js', 'sqlite3', 'better-sqlite3', 'mssql'],
  ...['ioredis', 'pg-native', 'pg-query-stream', 'typeorm-aurora-data-api-driver', 'sap'],
  ...['@google-cloud/spanner', '@sap/hana-client', 'hdb-pool', 'mysql', 'ts-node'],
];
/** What it asks for while it runs would be loaded from its own files, and all of TypeORM once more. */
const FROM_THE_BUNDLE = /@nestjs\/typeorm\/dist\/common\/typeorm-compat\.js$/;

/** Binaries, and tools of a build. */
const OUTSIDE = ['@node-rs/argon2', 'esbuild', '@swc/core'];

/** Our own programs are taken as they were compiled; where a file says its place, its place is meant. */
const asCompiled: Plugin = {
  name: 'as compiled',
  setup(made) {
    made.onResolve({ filter: /\/apps\/.*\.ts$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path).replace(checkout, DIST).replace(/\.ts$/, '.js'),
    }));
    made.onLoad({ filter: FROM_THE_BUNDLE }, ({ path }) => ({
      contents: `import * as typeorm from 'typeorm';\n${readFileSync(path, 'utf8').replace("require('typeorm')", 'typeorm')}`,
    }));
    made.onLoad({ filter: /\.js$/ }, ({ path }) => {
      if (!path.startsWith(DIST)) return null;
      const places = {
        dirname: dirname(path),
        filename: path,
        url: pathToFileURL(path).href,
      };
      const contents = readFileSync(path, 'utf8').replace(
        /import\.meta\.(dirname|filename|url)/g,
        (_, name: keyof typeof places) => JSON.stringify(places[name]),
      );
      return { contents };
    });
  },
};

const REQUIRE = `
import { createRequire as requireFrom } from 'node:module';
const require = requireFrom(import.meta.url);
const [__dirname, __filename] = [import.meta.dirname, import.meta.filename];`;

/** Where it lies, until this process ends. */
export async function bundledWorker(): Promise<string> {
  await build({
    entryPoints: [join(checkout, 'test', 'support', 'dying-worker.ts')],
    outfile: FILE,
    ...{ bundle: true, platform: 'node', format: 'esm', keepNames: true, logLevel: 'error' },
    minifyWhitespace: true,
    external: [...OUTSIDE, ...OTHERS.flatMap((name) => [name, `${name}/*`])],
    plugins: [asCompiled],
    banner: { js: REQUIRE },
  });
  process.once('exit', () => rmSync(FILE, { force: true }));
  return FILE;
}
