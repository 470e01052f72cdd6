import type { WriteBatch } from '../database';
import { JobHandler } from './job.handler';
import { JobHandlers } from './job.handlers';
import { JOB_KINDS, type JobKind } from './jobs.catalogue';

class First extends JobHandler {
  handle(): Promise<WriteBatch | null> {
    return Promise.resolve(null);
  }
}
class Second extends First {}

/** Handlers of every other kind, so that a sentence is about one. */
const others = JOB_KINDS.filter((kind) => kind !== 'deadline.due').map((kind): [string, JobHandler] => [
  kind,
  new First(),
]);

const made = (...found: (readonly [string, JobHandler])[]) =>
  new JobHandlers(found as [JobKind, JobHandler][]);

it('finds the one handler of a kind', () => {
  const handler = new First();
  const handlers = made(...others, ['deadline.due', handler]);
  expect(handlers.of('deadline.due')).toBe(handler);
  expect(handlers.all).toHaveLength(JOB_KINDS.length);
});

it('does not let a program start in which a kind has no handler', () => {
  expect(() => made(...others)).toThrow(
    /'deadline.due' has no handler\.\n.*nothing was started\.\n.*@HandlesJob\(kind\)/,
  );
});

it('does not let a program start in which a kind has two handlers, and names them', () => {
  expect(() => made(...others, ['deadline.due', new First()], ['deadline.due', new Second()])).toThrow(
    "'deadline.due' has First and Second",
  );
});

it('does not let a program start with a handler of something that nobody asks for', () => {
  expect(() => made(...others, ['deadline.due', new First()], ['letter.posted', new Second()])).toThrow(
    "'letter.posted' of Second is not in the catalogue",
  );
});

it('says which kind it does not know: a newer version of the program may have written it', () => {
  expect(() => made(...others, ['deadline.due', new First()]).of('letter.posted')).toThrow(
    "knows no job of the kind 'letter.posted'",
  );
});
