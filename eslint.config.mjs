import { builtinRules } from 'eslint/use-at-your-own-risk';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const SPECS = ['**/*.spec.ts', 'test/**'];
const UNDERSCORE_IS_UNUSED = {
  argsIgnorePattern: '^_',
  varsIgnorePattern: '^_',
  caughtErrorsIgnorePattern: '^_',
};
const NODE_GLOBALS = Object.fromEntries(
  'process console fetch URL AbortSignal setTimeout clearTimeout setInterval clearInterval performance Buffer module require __dirname'
    .split(' ')
    .map((name) => [name, 'readonly']),
);

/** A house rule that forbids a shape of code. Every message says what to do instead. */
const forbid = (message, ...selectors) => ({
  create: (context) =>
    Object.fromEntries(selectors.map((selector) => [selector, (node) => context.report({ node, message })])),
});

/** A house rule that forbids names of the outer world. Looks at scopes, so a property or a local of that name is free. */
const forbidGlobals = (message, names) => ({
  create: (context) => ({
    'Program:exit'() {
      const global = context.sourceCode.scopeManager.globalScope;
      const known = names.flatMap((name) => global.set.get(name)?.references ?? []);
      const unknown = global.through.filter(({ identifier }) => names.includes(identifier.name));
      // A type (`typeof fetch`, `Crypto`) does nothing at run time.
      for (const { identifier, isValueReference } of new Set([...known, ...unknown])) {
        if (isValueReference !== false)
          context.report({ node: identifier, message: `'${identifier.name}': ${message}` });
      }
    },
  }),
});

const TYPEORM_WRITES = new Set(
  (
    'save insert update updateAll upsert delete deleteAll remove softDelete softRemove recover restore increment decrement ' +
    'clear transaction createQueryRunner startTransaction commitTransaction rollbackTransaction synchronize dropDatabase ' +
    'runMigrations undoLastMigration'
  ).split(' '),
);
const SQL_WRITE =
  /^\s*(insert|update|delete|replace|merge|truncate|create|alter|drop|begin|commit|rollback)\b/i;

/** Asks the type checker who declares the method, so it sees through variables, subclasses and injected fields. */
const oneUnitOfWork = {
  create(context) {
    const services = context.sourceCode.parserServices;
    const isTypeorm = (property) =>
      services
        .getSymbolAtLocation(property)
        ?.declarations?.some((it) => it.getSourceFile().fileName.includes('/node_modules/typeorm/'));
    const sqlOf = (argument) =>
      argument?.type === 'Literal' ? String(argument.value) : (argument?.quasis?.[0]?.value.raw ?? '');
    return {
      'CallExpression[callee.type="MemberExpression"]'({ callee: { property }, arguments: [first] }) {
        const writes =
          TYPEORM_WRITES.has(property.name) || (property.name === 'query' && SQL_WRITE.test(sqlOf(first)));
        if (!writes || !isTypeorm(property)) return;
        const message = `TypeORM's ${property.name}() here: writes go through Database.commit(WriteBatch): one unit of work.`;
        context.report({ node: property, message });
      },
    };
  },
};

const VAGUE = /[/\\.-](utils?|helpers?|common|managers?|base|misc)\.(spec\.)?ts$/;

const bureau = {
  rules: {
    'no-default-export': forbid(
      'No default exports: export by name, so that one thing has one name everywhere.',
      'ExportDefaultDeclaration',
      'ExportSpecifier[exported.name="default"]',
      'TSExportAssignment',
    ),
    'no-enum': forbid(
      'No enum: write a catalogue, `as const satisfies Record<string, …>`, and take its keys as the type.',
      'TSEnumDeclaration',
    ),
    'no-vague-file-name': {
      create: (context) => ({
        Program(node) {
          const message =
            'No utils, helpers, common, manager or base: name the file after the concept it holds.';
          if (VAGUE.test(context.filename)) context.report({ node, message });
        },
      }),
    },
    'no-env-outside-config': forbid(
      'Only config/ reads process.env: add the setting to config/env.schema.ts and have the value passed in.',
      'MemberExpression[object.name="process"][property.name="env"]',
      'MemberExpression[object.name="process"][property.value="env"]',
      'VariableDeclarator[init.name="process"] > ObjectPattern > Property[key.name="env"]',
      'ImportDeclaration[source.value=/^(node:)?process$/]',
    ),
    'one-unit-of-work': oneUnitOfWork,
    'no-clock-in-domain': forbid(
      'The domain has no clock: take `today` (PlainDate) or `at` (Instant) as a parameter.',
      'NewExpression[callee.name="Date"][arguments.length=0]',
      'CallExpression[callee.name="Date"]',
      'MemberExpression[object.name="Date"][property.name="now"]',
      'MemberExpression[object.name="performance"]',
    ),
    'no-chance-in-domain': forbid(
      'The domain does not throw dice: take the id or the choice as a parameter.',
      'MemberExpression[object.name="Math"][property.name="random"]',
    ),
    'no-world-in-domain': forbidGlobals(
      'the domain does not touch the world; return an effect, or take the value as a parameter.',
      (
        'process setTimeout setInterval setImmediate queueMicrotask fetch console crypto require globalThis global ' +
        'module __dirname __filename'
      ).split(' '),
    ),
    'no-state-in-domain': forbid(
      'The domain remembers nothing between calls: pass the state in and return the next one.',
      'Program > VariableDeclaration[kind=/^(let|var)$/]',
      'Program > ExportNamedDeclaration > VariableDeclaration[kind=/^(let|var)$/]',
    ),
  },
};

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', 'data/', 'docs/']),
  // An exception is made here, with its reason, where a reviewer sees it; never in a comment beside the code.
  { name: 'house', linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    name: 'recommended',
    // ESLint 10 ships its recommended list as a flag on each rule; reading the flag saves a dependency.
    rules: Object.fromEntries(
      [...builtinRules].filter(([, rule]) => rule.meta.docs.recommended).map(([name]) => [name, 'error']),
    ),
  },
  {
    name: 'scripts',
    files: ['**/*.{mjs,cjs}'],
    languageOptions: { ecmaVersion: 2024, globals: NODE_GLOBALS },
    rules: { 'no-unused-vars': ['error', UNDERSCORE_IS_UNUSED] },
  },
  {
    name: 'house/typescript',
    files: ['{apps,libs,config,test}/**/*.ts'],
    extends: [tseslint.configs.recommended],
    plugins: { bureau },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    // `consistent-type-imports` stays off: an injected class must be imported as a value for its metadata to exist.
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', UNDERSCORE_IS_UNUSED],
      // A spec may state that something does not compile; it then says why.
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': 'allow-with-description', minimumDescriptionLength: 10 },
      ],
      'bureau/no-default-export': 'error',
      'bureau/no-enum': 'error',
      'bureau/no-vague-file-name': 'error',
    },
  },
  {
    name: 'house/size',
    files: ['{apps,libs,config,test}/**/*.ts'],
    // A catalogue is data: it grows by entries, not by ideas.
    ignores: ['**/*.spec.ts', '**/*.catalogue.ts'],
    rules: { 'max-lines': ['error', { max: 300 }] },
  },
  {
    name: 'house/environment',
    files: ['{apps,libs}/**/*.ts'],
    rules: { 'bureau/no-env-outside-config': 'error' },
  },
  {
    name: 'house/writes',
    files: ['{apps,libs,config}/**/*.ts'],
    ignores: ['libs/platform/database/**', ...SPECS],
    rules: { 'bureau/one-unit-of-work': 'error' },
  },
  {
    name: 'house/purity',
    // The kernel is pure too; its clock is the one door through which time comes in.
    files: ['libs/*/domain/**/*.ts', 'libs/kernel/**/*.ts'],
    ignores: ['libs/kernel/clock.ts', ...SPECS],
    rules: {
      'bureau/no-clock-in-domain': 'error',
      'bureau/no-chance-in-domain': 'error',
      'bureau/no-world-in-domain': 'error',
      'bureau/no-state-in-domain': 'error',
    },
  },
);
