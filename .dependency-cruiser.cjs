/** The tiers of docs/architecture.md: imports go downward only, and into another module only through its index.ts. */
const foundation =
  'tenants|organisations|people|access|appointments|accounts|audit|rules|calendar|consents|inbox|approvals|roster|measures|jobs|messages|activation|attachments|complaints|retention|public-pages|system'
const engines = 'events|ballots|assessments|judging|funds|honours|venues|training|public-notices'
const programmes = 'commissioners|matchmaking|fieldwork|contests|skills'
const tests = '\\.(test|soak)\\.tsx?$|^server/(test|soak)/|^server/modules/[^/]+/tests?/|^e2e/'

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'module-front-door',
      comment:
        "Another module is entered by its index.ts; only the list of modules also reads each module's wiring.",
      severity: 'error',
      from: { path: '^server/modules/([^/]+)/', pathNot: tests },
      to: {
        path: '^server/modules/([^/]+)/',
        pathNot: ['^server/modules/$1/', '^server/modules/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'server-front-door',
      severity: 'error',
      from: { path: '^server/', pathNot: ['^server/modules/', tests] },
      to: { path: '^server/modules/', pathNot: '^server/modules/[^/]+/(index|module)\\.ts$' },
    },
    {
      name: 'foundation-below-engines',
      severity: 'error',
      from: { path: `^server/modules/(${foundation})/`, pathNot: tests },
      to: { path: `^server/modules/(${engines}|${programmes}|reports)/` },
    },
    {
      name: 'engines-below-programmes',
      severity: 'error',
      from: { path: `^server/modules/(${engines})/`, pathNot: tests },
      to: { path: `^server/modules/(${programmes}|reports)/` },
    },
    {
      name: 'programmes-apart',
      severity: 'error',
      from: { path: `^server/modules/(${programmes})/`, pathNot: tests },
      to: { path: `^server/modules/(${programmes}|reports)/`, pathNot: '^server/modules/$1/' },
    },
    {
      name: 'known-modules',
      comment: 'A new module belongs to a tier: add it above and to docs/architecture.md.',
      severity: 'error',
      from: { path: '^server/' },
      to: {
        path: '^server/modules/',
        pathNot: `^server/modules/(${foundation}|${engines}|${programmes}|reports)/`,
      },
    },
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      from: { path: '^server/platform/', pathNot: tests },
      to: { path: '^server/(modules|demo|commands|app|main|cli)' },
    },
    {
      name: 'only-the-platform-holds-a-pool',
      severity: 'error',
      from: { path: '^server/modules/', pathNot: tests },
      to: { path: '^(server/platform/db/pool\\.ts|node_modules/pg/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'kit-knows-no-module',
      severity: 'error',
      from: { path: '^web/src/(kit|ui|i18n)/' },
      to: { path: '^web/src/(modules|app)/' },
    },
    {
      name: 'web-programmes-apart',
      severity: 'error',
      from: { path: `^web/src/modules/(${programmes})/` },
      to: { path: `^web/src/modules/(${programmes})/`, pathNot: '^web/src/modules/$1/' },
    },
    {
      name: 'web-foundation-below',
      severity: 'error',
      from: { path: '^web/src/modules/', pathNot: `^web/src/modules/(${programmes}|reports)/` },
      to: { path: `^web/src/modules/(${programmes}|reports)/` },
    },
    { name: 'web-not-server', severity: 'error', from: { path: '^web/src/' }, to: { path: '^server/' } },
    {
      name: 'contract-alone',
      comment: 'Browser and server agree here: no I/O, nothing of either side.',
      severity: 'error',
      from: { path: '^contract/' },
      to: { path: '^(server|web|tools|e2e|bench)/' },
    },
    {
      name: 'no-test-code-in-the-product',
      severity: 'error',
      from: { path: '^(server|web|contract)/', pathNot: tests },
      to: { path: tests },
    },
    {
      name: 'declared-packages',
      severity: 'error',
      from: { path: '^(server|web|contract|tools|e2e|bench)/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'server-runs-without-dev-packages',
      severity: 'error',
      from: { path: '^(server|contract)/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(build|data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
