// `npm test`: runs Jest on everything, then reads its report, because Jest is content with too little: it passes
// when a suite has vanished, and when tests are skipped. Arguments are passed on (`npm test -- libs/calendar`).
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';

const SUITES = [
  'libs/kernel',
  'libs/calendar',
  'libs/mediation',
  'libs/access',
  'libs/correspondence',
  'libs/reporting',
  'libs/platform',
  'test/contract',
  'test/integration',
  'test/e2e',
  'test/fault',
];

const root = join(import.meta.dirname, '..');
const args = process.argv.slice(2);
const isFiltered = args.some(
  (arg) =>
    !arg.startsWith('-') ||
    /^(-t|-o|-f|--testName|--testPath|--only|--changed|--find|--shard|--select)/.test(arg),
);
const folder = mkdtempSync(join(tmpdir(), 'bureau-test-'));
const reportFile = join(folder, 'report.json');
const notesFile = join(folder, 'notes.txt');

function runJest() {
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const options = ['-w', '2', '--json', `--outputFile=${reportFile}`, ...args];
  // Jest echoes the report's location on stdout; its readable output goes to stderr.
  const child = spawn(process.execPath, [jest, ...options], {
    cwd: root,
    stdio: ['inherit', 'ignore', 'inherit'],
    env: { ...process.env, TEST_NOTES_FILE: notesFile },
  });
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  // The terminal interrupts Jest itself; this process only has to live long enough to tidy up.
  process.on('SIGINT', () => {});
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ?? code));
  });
}

const nameOf = (file) => relative(root, file).split(sep).join('/');

/** What is wrong with a run that Jest itself calls a success. */
function objections({ testResults }) {
  if (isFiltered) return [];
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ status, fullName }) => ({ file: nameOf(name), status, fullName })),
  );
  const empty = SUITES.filter(
    (suite) => !tests.some(({ file, status }) => status === 'passed' && file.startsWith(`${suite}/`)),
  );
  const leftOut = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
  return [
    ...empty.map(
      (suite) => `EMPTY SUITE: not one test passed under ${suite}/. Did its specs move or get renamed?`,
    ),
    ...leftOut.map(
      ({ file, status, fullName }) => `NOT RUN (${status}): ${file}: ${fullName}. Make it run or delete it.`,
    ),
  ];
}

function tell(outcome) {
  const report = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : null;
  const wrong = report ? objections(report) : [`Jest ended with ${outcome} and left no report.`];
  const failed = (report?.numFailedTests ?? 0) + (report?.numRuntimeErrorTestSuites ?? 0);
  if (outcome !== 0 && failed + wrong.length === 0)
    wrong.push(`Jest ended with ${outcome}, yet no test failed.`);
  const notes = existsSync(notesFile) ? readFileSync(notesFile, 'utf8').split('\n').filter(Boolean) : [];
  for (const line of [...new Set(notes), ...wrong]) console.log(line);
  const total = failed + wrong.length;
  console.log(`${report?.numPassedTests ?? 0} passed, ${total} failed`);
  return total === 0 ? 0 : 1;
}

try {
  process.exitCode = tell(await runJest());
} finally {
  rmSync(folder, { recursive: true, force: true });
}
