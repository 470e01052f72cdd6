// Fails when package-lock.json would not install elsewhere: `npm ci` refuses a lock that lacks the binaries of another
// platform, and a lock made behind a mirror may point at hosts that nobody else can reach.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const file = process.argv[2] ?? join(import.meta.dirname, '..', 'package-lock.json');
const { packages } = JSON.parse(readFileSync(file, 'utf8'));
const REGISTRY = 'registry.npmjs.org';

/** Node looks in the package's own node_modules first, then in those of every folder above it. */
function isLocked(name, from) {
  if (packages[`${from && `${from}/`}node_modules/${name}`]) return true;
  return from !== '' && isLocked(name, from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/'))));
}

const missing = Object.entries(packages).flatMap(([path, { version, optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => !isLocked(name, path))
    .map((name) => `${path}@${version}: its optional ${name} is not in the lock; pin the release before it.`),
);

const strangers = Object.entries(packages)
  .filter(([, { resolved, link }]) => resolved && !link)
  .filter(([, { resolved }]) => !resolved.startsWith(`https://${REGISTRY}/`))
  .map(
    ([path, { resolved }]) => `${path}: comes from ${resolved}; lock it from https://${REGISTRY}/ instead.`,
  );

const unsealed = Object.entries(packages)
  .filter(([path, { integrity, link, inBundle }]) => path && !link && !inBundle && !integrity)
  .map(([path]) => `${path}: has no integrity hash; delete its entry and run npm install again.`);

const wrong = [...missing, ...strangers, ...unsealed];
for (const line of wrong) console.error(line);
console.log(`package-lock.json: ${Object.keys(packages).length - 1} packages, ${wrong.length} objections`);
process.exitCode = wrong.length === 0 ? 0 : 1;
