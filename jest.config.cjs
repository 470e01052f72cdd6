// Jest 30 on Node 20 loads CommonJS only, while Nest 12 ships ESM: every ESM package is transformed, and the
// list is computed so that a new dependency cannot be forgotten.
const fs = require('node:fs');
const path = require('node:path');

function esmPackages(root = path.join(__dirname, 'node_modules')) {
  const names = fs
    .readdirSync(root)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@')
        ? fs.readdirSync(path.join(root, name)).map((inner) => `${name}/${inner}`)
        : [name],
    );
  return names.filter((name) => {
    const file = path.join(root, name, 'package.json');
    if (!fs.existsSync(file)) return false;
    const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
    return manifest.type === 'module' || /\.mjs$/.test(manifest.main ?? '');
  });
}

const swc = (parser) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      keepClassNames: true,
      parser,
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testRegex: '\\.spec\\.ts$',
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  setupFiles: ['reflect-metadata'],
  transform: {
    '\\.ts$': swc({ syntax: 'typescript', decorators: true }),
    '\\.m?js$': swc({ syntax: 'ecmascript' }),
  },
  transformIgnorePatterns: [
    `/node_modules/(?!(?:.*/node_modules/)?(?:${esmPackages().join('|')})/).+\\.c?js$`,
  ],
  testEnvironmentOptions: { customExportConditions: ['node', 'node-addons', 'module-sync'] },
  moduleNameMapper: {
    '^@bureau/config$': '<rootDir>/config/index.ts',
    '^@bureau/([^/]+)$': '<rootDir>/libs/$1/index.ts',
  },
  // Generous: on a slow or busy machine a test must fail for what it finds, never for how long it took.
  testTimeout: 30_000,
  workerIdleMemoryLimit: '512MB',
};
