// The directions of the house. Every `comment` says what to do instead, and scripts/rule-probes.mjs plants a
// violation of each rule to prove that it bites. `$1` in a `to` is the first group of that rule's `from`.

const SPEC = '\\.spec\\.ts$';
const MAIN = '^apps/[^/]+/main\\.ts$';
const ANY_DOOR = '^libs/[^/]+/index\\.ts$';
const SHARED_DOORS = '^libs/(kernel|calendar)/index\\.ts$';
const NPM = '(^|/)node_modules/';
// Tables and arithmetic without state or I/O: pure enough for a domain.
const PURE_TABLES = ['any-ascii', 'fastest-levenshtein', 'libphonenumber-js'];
const packages = (...names) => `(^|/)node_modules/(${names.join('|')})/`;

const forbidden = [
  {
    name: 'kernel-imports-nothing',
    comment:
      'The kernel is words that everyone shares. Give the concept to the lib that needs it, or write it without imports.',
    from: { path: '^libs/kernel/', pathNot: SPEC },
    to: { pathNot: '^libs/kernel/' },
  },
  {
    name: 'calendar-knows-only-kernel',
    comment:
      'The calendar counts days and knows no bureau. Take what it needs as a parameter, in words of @bureau/kernel.',
    from: { path: '^libs/calendar/', pathNot: SPEC },
    to: { pathNot: ['^libs/calendar/', '^libs/kernel/index\\.ts$'] },
  },
  {
    name: 'domain-stays-at-home',
    comment:
      'A domain knows itself, @bureau/kernel and @bureau/calendar. State what it needs as a type or a port in this domain, and let application/ bring it.',
    from: { path: '^libs/([^/]+)/domain/', pathNot: SPEC },
    to: { path: '^(apps|libs|config|scripts)/', pathNot: ['^libs/$1/domain/', SHARED_DOORS] },
  },
  {
    name: 'domain-without-node',
    comment:
      'A domain asks nothing of the machine it runs on. Return an effect as data for an adapter to carry out, or take the value as a parameter.',
    from: { path: '^libs/[^/]+/domain/', pathNot: SPEC },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'domain-without-frameworks',
    comment:
      'A domain is plain TypeScript; of npm it may use xstate only. Put the decorated or framework-bound part in adapters/ and keep the rule here.',
    from: { path: '^libs/[^/]+/domain/', pathNot: SPEC },
    to: { path: NPM, pathNot: packages('xstate', ...PURE_TABLES) },
  },
  {
    name: 'names-compared-in-one-place',
    comment:
      'Alphabets, telephone numbers and letter distances belong to the conflict check. Use what libs/casework/domain/conflict makes of them.',
    from: { path: '^(apps|libs|config)/', pathNot: ['^libs/casework/domain/conflict/', SPEC] },
    to: { path: packages(...PURE_TABLES) },
  },
  {
    name: 'xstate-only-in-its-domain',
    comment:
      'State machines live in libs/mediation/domain and libs/casework/domain. Export a function from there: then XState stays one folder wide.',
    from: { pathNot: ['^libs/(mediation|casework)/domain/', '^test/', SPEC] },
    to: { path: packages('xstate') },
  },
  {
    name: 'application-without-adapters',
    comment:
      'A use case knows ports, not who implements them. Declare an abstract class in domain/ or application/ and bind the adapter in <lib>.module.ts.',
    from: { path: '^libs/([^/]+)/application/', pathNot: SPEC },
    to: { path: ['^libs/$1/adapters/', '^libs/$1/[^/]+\\.module\\.ts$', '^(apps|config|scripts)/'] },
  },
  {
    name: 'application-without-frameworks',
    comment:
      'Of npm a use case may use @nestjs/common only (for @Injectable). Databases, queues and HTTP stand behind a port, in adapters/.',
    from: { path: '^libs/[^/]+/application/', pathNot: SPEC },
    to: { path: NPM, pathNot: packages('@nestjs/common') },
  },
  {
    name: 'application-without-io',
    comment:
      'A use case reads and sends through ports. Put files, sockets and child processes in an adapter and inject it.',
    from: { path: '^libs/[^/]+/application/', pathNot: SPEC },
    to: {
      dependencyTypes: ['core'],
      path: '^(node:)?(fs|net|tls|dns|dgram|https?|http2|child_process|worker_threads|cluster|process|os|readline)(/|$)',
    },
  },
  {
    name: 'drivers-only-in-platform',
    comment:
      'Database and queue drivers are opened in one place. Use what @bureau/platform exports, or add the missing door there.',
    from: { path: '^(apps|libs|config)/', pathNot: ['^libs/platform/', SPEC] },
    to: { path: packages('pg', 'better-sqlite3', 'ioredis', 'bullmq') },
  },
  {
    name: 'libs-by-the-front-door',
    comment:
      "Another lib's files are its own affair. Import from @bureau/<lib>; if it is not exported, export it from that lib's index.ts on purpose.",
    from: { path: '^libs/([^/]+)/', pathNot: SPEC },
    to: { path: '^libs/', pathNot: ['^libs/$1/', ANY_DOOR] },
  },
  {
    name: 'apps-by-the-front-door',
    comment:
      "An app wires libs and looks inside none. Import from @bureau/<lib>; if it is not exported, export it from that lib's index.ts on purpose.",
    from: { path: '^(apps|config)/', pathNot: SPEC },
    to: { path: '^libs/', pathNot: ANY_DOOR },
  },
  {
    name: 'config-by-the-front-door',
    comment: 'Import settings and policy from @bureau/config, which says what is public.',
    from: { pathNot: ['^config/', '^test/', SPEC] },
    to: { path: '^config/', pathNot: '^config/index\\.ts$' },
  },
  {
    name: 'not-through-own-door',
    comment:
      'Inside a lib, import the file itself by a relative path. Its index.ts is for others, and using it from inside makes cycles.',
    from: { path: '^libs/([^/]+)/', pathNot: SPEC },
    to: { path: '^libs/$1/index\\.ts$' },
  },
  {
    name: 'libs-know-no-apps',
    comment: 'Apps put libs together, never the other way round. Move the shared part into a lib.',
    from: { path: '^(libs|config)/' },
    to: { path: '^apps/' },
  },
  {
    name: 'apps-stand-apart',
    comment:
      'An app does not reach into another one. Only the entry points (main.ts) and the command line, which starts the others, may; move anything else into a lib.',
    from: { path: '^apps/([^/]+)/', pathNot: [MAIN, '^apps/cli/', SPEC] },
    to: { path: '^apps/', pathNot: ['^apps/$1/', '^apps/core/'] },
  },
  {
    name: 'source-knows-no-tests',
    comment:
      'Nothing that ships imports test/ or a spec. If both need it, it belongs in a lib and the test imports it from there.',
    from: { pathNot: ['^test/', SPEC] },
    to: { path: ['^test/', SPEC] },
  },
  {
    name: 'no-cycles',
    comment:
      'Two files that need each other are one concept, or a third one is missing. Move the shared part into its own file; with decorators a cycle crashes at load time.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-orphans',
    comment: 'Nobody imports this file and it imports nothing. Wire it in or delete it.',
    from: { orphan: true, pathNot: [MAIN, SPEC, '\\.d\\.ts$', '^test/'] },
    to: {},
  },
  {
    name: 'resolvable-only',
    comment: 'This import leads nowhere. Correct the path, or add the package to package.json.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'declared-packages-only',
    comment:
      'This package is here only because another one brought it. Add it to package.json, or do without. (Types of express are fine: they vanish.)',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'no-dev-packages-in-source',
    comment:
      'The shipped program has no devDependencies. Move the package to dependencies, or the code to test/.',
    from: { path: '^(apps|libs|config)/', pathNot: SPEC },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  },
];

module.exports = {
  forbidden: forbidden.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
    skipAnalysisNotInRules: true,
  },
};
