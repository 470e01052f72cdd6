/** Results go to stdout, for people or (with --json) for machines; everything else goes to stderr. */
export const say = (text: string): boolean => process.stdout.write(`${text}\n`);
export const note = (text: string): boolean => process.stderr.write(`${text}\n`);

/** A command that did not do all of it: said in words already, so nothing more is printed. */
export class Failed extends Error {
  constructor() {
    super('failed');
  }
}

/** Counts up on one line of a terminal; silent where nobody is watching. */
export function progress(what: string): (done: number) => void {
  if (!process.stderr.isTTY) return () => undefined;
  return (done) => void process.stderr.write(`\r${what}: ${done}`);
}

const OFTEN_ENOUGH = 10_000;

/** As progress; where nobody is watching, a line of the log now and then. */
export function steadily(what: string): (done: number) => void {
  if (process.stderr.isTTY) return progress(what);
  let told = 0;
  return (done) => {
    if (done - told < OFTEN_ENOUGH) return;
    told = done;
    note(`${what}: ${done}`);
  };
}
