// The direction of imports. Each rule has a file in tools/fixtures/imports that must break it.
const domainLibraries = {
  'account-pages': ['identity', 'web'],
  application: ['documents', 'programme', 'identity'],
  audit: [],
  'bond-escrow': ['ledger', 'application', 'processor', 'programme', 'identity'],
  breach: [
    ...['departure', 'refund', 'bond-escrow', 'ledger', 'application', 'travel', 'processor'],
    ...['programme', 'identity', 'documents'],
  ],
  departure: [
    ...['refund', 'bond-escrow', 'ledger', 'application', 'travel', 'processor', 'programme'],
    ...['identity', 'documents'],
  ],
  documents: ['identity'],
  figures: [
    ...['breach', 'departure', 'refund', 'bond-escrow', 'ledger', 'application', 'travel'],
    ...['processor', 'programme', 'identity', 'documents'],
  ],
  identity: [],
  kernel: [],
  ledger: [],
  notification: [],
  platform: [],
  processor: [],
  programme: [],
  refund: ['bond-escrow', 'ledger', 'application', 'processor', 'programme', 'identity'],
  travel: ['programme', 'identity'],
  treasury: [
    ...['refund', 'bond-escrow', 'ledger', 'application', 'processor', 'programme', 'identity'],
  ],
  web: [],
};

const everybody = ['kernel', 'platform'];
const carried = ['audit', 'notification'];
// Who asks them writes the trail and the mails.
const bare = ['ledger', 'processor', 'web'];

export function mayImport(library) {
  if (library === 'kernel') return [];
  if (library === 'platform') return ['kernel'];
  const own = domainLibraries[library];
  return bare.includes(library) ? everybody : [...everybody, ...carried, ...own];
}

const direction = Object.keys(domainLibraries).map((library) => ({
  name: `direction-${library}`,
  comment: `libs/${library} may import ${mayImport(library).join(', ') || 'no other library'}.`,
  severity: 'error',
  from: { path: `^libs/${library}/`, pathNot: '\\.spec\\.tsx?$' },
  to: { path: '^libs/', pathNot: [library, ...mayImport(library)].map((to) => `^libs/${to}/`) },
}));

const dataFiles = [
  '\\.(store|entity|queries)\\.tsx?$',
  '^libs/platform/',
  '^(migrations|tools|test|bench)/',
  '\\.spec\\.tsx?$',
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...direction,
    {
      name: 'no-cycle',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'app-imports-app',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '\\.spec\\.tsx?$' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'library-imports-app',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'emulator-stands-alone',
      comment: 'Another project can take the folder as it is.',
      severity: 'error',
      from: { path: '^apps/stripe-emulator/' },
      to: { path: '^(apps|libs|migrations|tools|test|bench)/', pathNot: '^apps/stripe-emulator/' },
    },
    {
      name: 'product-imports-tools',
      comment: 'Tools, tests and benches may import anything; nothing imports them.',
      severity: 'error',
      from: { path: '^(apps|libs|migrations)/', pathNot: '\\.spec\\.tsx?$' },
      to: { path: '^(tools|test|bench)/' },
    },
    {
      name: 'library-by-index-only',
      severity: 'error',
      from: { path: '^(libs|apps)/([^/]+)/' },
      to: { path: '^libs/', pathNot: ['^libs/[^/]+/src/index\\.ts$', '^$1/$2/'] },
    },
    {
      name: 'domain-imports-kernel-only',
      severity: 'error',
      comment:
        'Of other packages only what turns values into values: mrz reads check digits, ' +
        'i18n-iso-countries is a table, ics writes text (and stamps it with the time of writing).',
      from: { path: '^libs/([^/]+)/[^.]*/domain/', pathNot: '\\.spec\\.tsx?$' },
      to: {
        pathNot: [
          '^libs/$1/[^.]*/domain/',
          '^libs/kernel/src/index\\.ts$',
          '/mrz/',
          '/i18n-iso-countries/',
          '/ics/',
        ],
      },
    },
    {
      name: 'support-imports-no-tests',
      comment: 'What several specs need lies in test/support; no folder of specs is its library.',
      severity: 'error',
      from: { path: '^test/support/' },
      to: { path: '^test/(?!support/)' },
    },
    {
      name: 'typeorm-in-data-files-only',
      severity: 'error',
      from: { path: '^(apps|libs|migrations)/', pathNot: dataFiles },
      to: { path: 'node_modules/typeorm/' },
    },
    {
      name: 'stripe-in-processor-only',
      severity: 'error',
      from: {
        path: '^(apps|libs)/',
        pathNot: ['^libs/processor/', '^apps/stripe-emulator/', '\\.spec\\.tsx?$'],
      },
      to: { path: 'node_modules/stripe/' },
    },
    {
      name: 'not-resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      // Without our own condition the libraries' names lead to dist/, which is excluded, and every
      // rule would pass unseen.
      conditionNames: ['visa-bond-src', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
  },
};
