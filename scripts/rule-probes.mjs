// Proves that every rule of the house bites: builds a clean miniature of the repository in a temporary folder, checks
// that the rules are quiet there, plants one violation per probe and demands that exactly that rule speaks up.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { ESLint } from 'eslint';

const root = join(import.meta.dirname, '..');
const house = realpathSync(mkdtempSync(join(tmpdir(), 'bureau-probes-')));
const require = createRequire(import.meta.url);

const CLEAN_HOUSE = {
  'libs/kernel/index.ts': `export * from './words';`,
  'libs/kernel/words.ts': `export const LANGUAGES = ['nl', 'en'] as const;`,
  'libs/calendar/index.ts': `export * from './domain/day';`,
  'libs/calendar/domain/day.ts': `import { LANGUAGES } from '@bureau/kernel';\nexport const dayNames = LANGUAGES.length;`,
  'libs/mediation/index.ts': `export * from './application/register';\nexport * from './mediation.module';`,
  'libs/mediation/domain/request.ts': `import { createMachine } from 'xstate';\nimport { dayNames } from '@bureau/calendar';\nexport const request = [createMachine({}), dayNames, new Date(0)] as const;`,
  'libs/mediation/application/register.ts': `import { Injectable } from '@nestjs/common';\nimport { roles } from '@bureau/access';\nimport { request } from '../domain/request';\n@Injectable()\nexport class Register { readonly all = [roles, request]; }`,
  'libs/mediation/adapters/requests.ts': `import type { Repository } from 'typeorm';\nexport const load = (rows: Repository<{ id: string }>) => rows.find();`,
  'libs/mediation/mediation.module.ts': `export { load } from './adapters/requests';`,
  'libs/access/index.ts': `export * from './domain/role';`,
  'libs/access/domain/role.ts': `import { LANGUAGES } from '@bureau/kernel';\nexport const roles = LANGUAGES;`,
  'libs/platform/index.ts': `export * from './database/database';`,
  'libs/platform/database/database.ts': `import 'better-sqlite3';\nimport type { EntityManager } from 'typeorm';\nexport const commit = (manager: EntityManager) => manager.insert('x', {});`,
  'config/index.ts': `export * from './load-config';`,
  'config/load-config.ts': `import { LANGUAGES } from '@bureau/kernel';\nexport const port = [process.env.PORT, LANGUAGES];`,
  'apps/api/main.ts': `import { Register } from '@bureau/mediation';\nimport { port } from '@bureau/config';\nexport const api = [Register, port];`,
  'apps/api/page.ts': `import { roles } from '@bureau/access';\nexport const page = roles;`,
  'apps/cli/main.ts': `import { api } from '../api/main';\nimport { commit } from '@bureau/platform';\nexport const cli = [api, commit];`,
  'test/support/builders.ts': `import { request } from '../../libs/mediation/domain/request';\nexport const aRequest = () => [request, process.env.CI];`,
  'libs/mediation/domain/request.spec.ts': `import 'fast-check';\nimport { aRequest } from '../../../test/support/builders';\nit('is built', () => expect([aRequest(), Math.random()]).toBeDefined());`,
};

/** Per rule of .dependency-cruiser.cjs: the file that offends, and the import it offends with. */
const IMPORT_PROBES = {
  'kernel-imports-nothing': [
    ['libs/kernel', 'node:crypto'],
    ['libs/kernel', 'zod'],
    ['libs/kernel', '@bureau/access'],
  ],
  'calendar-knows-only-kernel': [
    ['libs/calendar', 'zod'],
    ['libs/calendar/domain', '@bureau/access'],
  ],
  'domain-stays-at-home': [
    ['libs/mediation/domain', '@bureau/access'],
    ['libs/mediation/domain', '../application/register'],
    ['libs/mediation/domain', '../adapters/requests'],
    ['libs/mediation/domain', '@bureau/config'],
    ['libs/calendar/domain', '@bureau/mediation'],
  ],
  'domain-without-node': [
    ['libs/mediation/domain', 'node:fs'],
    ['libs/access/domain', 'crypto'],
  ],
  'domain-without-frameworks': [
    ['libs/mediation/domain', '@nestjs/common'],
    ['libs/access/domain', 'typeorm'],
    ['libs/access/domain', 'zod'],
  ],
  'names-compared-in-one-place': [
    ['libs/access/domain', 'any-ascii'],
    ['libs/casework/application', 'libphonenumber-js'],
  ],
  'xstate-only-in-its-domain': [
    ['libs/access/domain', 'xstate'],
    ['libs/mediation/application', 'xstate'],
    ['apps/cli', 'xstate'],
  ],
  'application-without-adapters': [
    ['libs/mediation/application', '../adapters/requests'],
    ['libs/mediation/application', '../mediation.module'],
  ],
  'application-without-frameworks': [
    ['libs/mediation/application', 'typeorm'],
    ['libs/mediation/application', 'bullmq'],
    ['libs/mediation/application', 'ioredis'],
    ['libs/mediation/application', 'pg'],
    ['libs/mediation/application', 'better-sqlite3'],
    ['libs/mediation/application', 'express'],
  ],
  'application-without-io': [
    ['libs/mediation/application', 'node:fs/promises'],
    ['libs/mediation/application', 'http'],
  ],
  'drivers-only-in-platform': [
    ['libs/mediation/adapters', 'pg'],
    ['apps/api', 'ioredis'],
  ],
  'libs-by-the-front-door': [
    ['libs/mediation/adapters', '../../access/domain/role'],
    ['libs/mediation', '../platform/database/database'],
  ],
  'apps-by-the-front-door': [['apps/api', '../../libs/mediation/application/register']],
  'config-by-the-front-door': [['apps/api', '../../config/load-config']],
  'not-through-own-door': [
    ['libs/mediation/adapters', '@bureau/mediation'],
    ['libs/mediation/application', '../index'],
  ],
  'libs-know-no-apps': [['libs/mediation/adapters', '../../../apps/api/page']],
  'apps-stand-apart': [['apps/worker', '../api/page']],
  'source-knows-no-tests': [
    ['libs/mediation/adapters', '../../../test/support/builders'],
    ['libs/mediation/adapters', '../domain/request.spec'],
  ],
  'no-cycles': [['libs/mediation/adapters', './__probe__.no-cycles.0']],
  'no-orphans': [['libs/mediation/adapters', null]],
  'resolvable-only': [['libs/mediation/adapters', './nowhere']],
  'declared-packages-only': [['libs/mediation/adapters', 'iterare']],
  'no-dev-packages-in-source': [['libs/mediation/adapters', 'fast-check']],
};

const repositoryCall = (call) =>
  `import type { Repository, EntityManager, DataSource } from 'typeorm';\n` +
  `export class Rows { constructor(readonly rows: Repository<{ id: string }>, readonly manager: EntityManager, readonly db: DataSource) {}\n` +
  `run() { return ${call}; } }`;

/** Per rule of eslint.config.mjs: the folder of the offending file, and what stands in it. */
const LINT_PROBES = {
  '@typescript-eslint/no-floating-promises': [['libs/access', `Promise.resolve(1);\nexport const x = 1;`]],
  '@typescript-eslint/no-misused-promises': [
    ['libs/access', `export const x = [1].filter(async () => true); if (Promise.resolve(1)) x.pop();`],
  ],
  '@typescript-eslint/await-thenable': [['libs/access', `export const x = async () => await 1;`]],
  '@typescript-eslint/no-explicit-any': [['libs/access', `export const x = (y: any) => y;`]],
  '@typescript-eslint/no-unused-vars': [['libs/access', `const x = 1;\nexport const y = 2;`]],
  '@typescript-eslint/ban-ts-comment': [['libs/access', `// @ts-ignore\nexport const x: number = 'x';`]],
  'max-lines': [['libs/access', `export const x = 1;\n${'// line\n'.repeat(300)}`]],
  'bureau/no-default-export': [
    ['libs/access', `export default class X {}`],
    ['libs/access', `const x = 1;\nexport { x as default };`],
  ],
  'bureau/no-enum': [['libs/access', `export enum X { A }`]],
  'bureau/no-vague-file-name': [['libs/access', `export const x = 1;`, '.utils']],
  'bureau/no-env-outside-config': [
    ['libs/access', `export const x = process.env.HOME;`],
    ['apps/api', `export const x = process['env'].HOME;`],
    ['libs/access', `const { env } = process;\nexport const x = env;`],
    ['libs/access', `import { env } from 'node:process';\nexport const x = env;`],
  ],
  'bureau/one-unit-of-work': [
    'this.rows.save({ id: "1" })',
    'this.rows.insert({ id: "1" })',
    'this.rows.update("1", { id: "2" })',
    'this.rows.delete("1")',
    'this.rows.manager.save({ id: "1" })',
    'this.manager.upsert("x", {}, [])',
    'this.manager.transaction(async () => 1)',
    'this.db.getRepository("x").remove({})',
    'this.db.createQueryRunner()',
    'this.db.createQueryBuilder().delete().from("x").execute()',
    'this.db.query("UPDATE x SET id = 1")',
    'this.db.query(`delete from x where id = ${1}`)',
  ].map((call) => ['libs/mediation/adapters', repositoryCall(call)]),
  'bureau/no-clock-in-domain': [
    ['libs/access/domain', `export const x = new Date();`],
    ['libs/access/domain', `export const x = Date();`],
    ['libs/access/domain', `export const x = () => Date.now();`],
    ['libs/kernel', `export const x = performance.now();`],
  ],
  'bureau/no-chance-in-domain': [['libs/access/domain', `export const x = Math.random();`]],
  'bureau/no-world-in-domain': [
    ['libs/access/domain', `export const x = process.pid;`],
    ['libs/access/domain', `setTimeout(() => 1, 1);`],
    ['libs/access/domain', `setInterval(() => 1, 1);`],
    ['libs/access/domain', `export const x = () => fetch('x');`],
    ['libs/access/domain', `console.log(1);`],
    ['libs/access/domain', `export const x = crypto.randomUUID();`],
    ['libs/access/domain', `export const x = require('node:fs');`],
    ['libs/access/domain', `export const x = globalThis.process;`],
  ],
  'bureau/no-state-in-domain': [
    ['libs/access/domain', `let x = 1;\nexport const y = () => x++;`],
    ['libs/access/domain', `export let x = 1;\nexport const y = () => x++;`],
  ],
  // A comment cannot switch a rule off, whatever it says.
  noInlineConfig: [['libs/access', `// eslint-disable-next-line\nexport default 1;`]],
};

const failures = [];
const silent = new Set();
const write = (file, text) => {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), `${text}\n`);
};

/** Writes the offending files and answers where each stands. */
function plant(probes, textOf) {
  return Object.entries(probes).flatMap(([rule, cases]) =>
    cases.map(([folder, what, suffix = ''], index) => {
      const file = `${folder}/__probe__.${rule.replace(/.*\//, '')}.${index}${suffix}.ts`;
      write(file, textOf(what));
      return { rule, file };
    }),
  );
}

function cruise() {
  const cli = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const options = [
    '--config',
    '.dependency-cruiser.cjs',
    '--output-type',
    'json',
    'apps',
    'libs',
    'config',
    'test',
  ];
  const { stdout, stderr } = spawnSync(process.execPath, [cli, ...options], {
    cwd: house,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (!stdout) throw new Error(`dependency-cruiser said nothing but: ${stderr}`);
  const { violations } = JSON.parse(stdout).summary;
  return violations.map(({ rule, from, to }) => ({ rule: rule.name, file: from, about: `→ ${to}` }));
}

async function lint() {
  const results = await new ESLint({ cwd: house }).lintFiles(['.']);
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, message }) => ({
      rule: ruleId ?? 'parse',
      file: relative(house, filePath),
      about: message,
    })),
  );
}

function expectQuiet(where, found) {
  for (const { rule, file, about } of found.filter((it) => !it.file.includes('__probe__'))) {
    failures.push(`${where}: '${rule}' speaks up about a clean file: ${file} ${about}`);
  }
}

function expectBites(where, rules, planted, found) {
  for (const rule of rules) {
    if (planted.some((probe) => probe.rule === rule)) continue;
    silent.add(rule);
    failures.push(`${where}: rule '${rule}' has no probe`);
  }
  for (const { rule, file } of planted) {
    if (!rules.includes(rule)) failures.push(`${where}: there is a probe, but no rule '${rule}'`);
    const heard = rule === 'noInlineConfig' ? 'bureau/no-default-export' : rule;
    if (found.some((it) => it.rule === heard && it.file === file)) continue;
    silent.add(rule);
    const text = readFileSync(join(house, file), 'utf8').trim().slice(-200);
    failures.push(`${where}: '${rule}' stays quiet about ${file}:\n    ${text.replaceAll('\n', '\n    ')}`);
  }
}

async function main() {
  for (const file of ['eslint.config.mjs', '.dependency-cruiser.cjs', 'tsconfig.json', 'package.json']) {
    cpSync(join(root, file), join(house, file));
  }
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'), 'dir');
  for (const [file, text] of Object.entries(CLEAN_HOUSE)) write(file, text);
  const imports = plant(IMPORT_PROBES, (what) =>
    what ? `import '${what}';\nexport const probe = 1;` : 'export const probe = 1;',
  );
  const offences = plant(LINT_PROBES, (text) => text);

  const directions = require(join(root, '.dependency-cruiser.cjs')).forbidden.map(({ name }) => name);
  const cruised = cruise();
  expectQuiet('dependency-cruiser', cruised);
  expectBites('dependency-cruiser', directions, imports, cruised);

  const { default: config } = await import('../eslint.config.mjs');
  const own = config.filter(({ name }) => name?.startsWith('house/') && !name.includes('>'));
  const restrictions = [...own.flatMap(({ rules }) => Object.keys(rules)), 'noInlineConfig'];
  const linted = await lint();
  expectQuiet('eslint', linted);
  expectBites('eslint', restrictions, offences, linted);

  for (const failure of failures) console.error(failure);
  const total = directions.length + restrictions.length;
  console.log(`${total} rules, ${total - silent.size} bite`);
  return failures.length === 0 ? 0 : 1;
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    rmSync(house, { recursive: true, force: true });
    process.exit(1);
  });
}
try {
  process.exitCode = await main();
} finally {
  rmSync(house, { recursive: true, force: true });
}
