/**
 * Runs the start of a process; when it fails, says why in words and ends with exit code 1. The expected failures
 * (wrong settings, a database that cannot be used) carry all that a person needs; only others show a stack.
 */
export async function endsWithWords<T>(start: () => Promise<T>): Promise<T | undefined> {
  try {
    return await start();
  } catch (error) {
    process.stderr.write(`${inWords(error)}\n`);
    process.exitCode = 1;
    return undefined;
  }
}

/** What went wrong, for whoever sits at the terminal. */
export function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const known = new Set([
    'DatabaseProblem',
    'DatabaseUnavailable',
    'WrongSettings',
    'DamagedRequest',
    'ReportDoesNotAddUp',
    'WrongJobHandlers',
  ]);
  const isKnown = known.has(error.constructor.name) || 'code' in error;
  return isKnown ? error.message : (error.stack ?? error.message);
}
