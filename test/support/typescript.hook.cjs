// Lets a child process of a test run TypeScript (`node -r`): the same compiler and the same doors as Jest, without Jest.
require('reflect-metadata');
const { join } = require('node:path');
const Module = require('node:module');
const { transformFileSync } = require('@swc/core');

const root = join(__dirname, '..', '..');
const resolve = Module._resolveFilename;
Module._resolveFilename = (request, ...rest) => {
  const [, lib] = /^@bureau\/([a-z]+)$/.exec(request) ?? [];
  const folder = lib && (lib === 'config' ? 'config' : join('libs', lib));
  return resolve.call(Module, folder ? join(root, folder, 'index.ts') : request, ...rest);
};

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformFileSync(filename, {
    configFile: false,
    swcrc: false,
    jsc: {
      target: 'es2022',
      keepClassNames: true,
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  });
  module._compile(code, filename);
};
