// Lets the benches, which are TypeScript, run on the built program (`node -r`): whatever they import of the product is
// taken from dist/. So `tsc` checks them against the sources, and what is measured is what ships.
require('../support/typescript.hook.cjs');
const Module = require('node:module');
const path = require('node:path');

const root = path.join(__dirname, '../..');
const ALIAS = /^@bureau\/([^/]+)$/;
const resolve = Module._resolveFilename;

Module._resolveFilename = function (request, ...rest) {
  const [, lib] = ALIAS.exec(request) ?? [];
  if (lib) return path.join(root, 'dist', lib === 'config' ? lib : `libs/${lib}`, 'index.js');
  const found = resolve.call(this, request, ...rest);
  const inside = path.relative(root, found);
  return /^(apps|libs|config)[\\/].*\.ts$/.test(inside)
    ? path.join(root, 'dist', inside.replace(/\.ts$/, '.js'))
    : found;
};
