import { type JobHandler } from './job.handler';
import { JOB_KINDS, type JobKind } from './jobs.catalogue';

/** The handlers do not fit the catalogue of jobs: a mistake in the program, found before it starts to work. */
export class WrongJobHandlers extends Error {
  override readonly name = 'WrongJobHandlers';
}

type Found = readonly [kind: JobKind, handler: JobHandler];

/** One handler for each kind of job. */
export class JobHandlers {
  private readonly byKind = new Map<string, JobHandler>();

  constructor(found?: readonly Found[]) {
    if (found) this.appoint(found);
  }

  /** Throws WrongJobHandlers, naming each kind that nobody or more than one handles. */
  appoint(found: readonly Found[]): void {
    const wrong: string[] = [];
    for (const kind of JOB_KINDS) {
      const handlers = found.filter(([handled]) => handled === kind).map(([, handler]) => handler);
      const [only] = handlers;
      if (only && handlers.length === 1) this.byKind.set(kind, only);
      else wrong.push(`'${kind}' has ${handlers.length === 0 ? 'no handler' : namesOf(handlers)}`);
    }
    for (const [kind, handler] of found)
      if (!JOB_KINDS.includes(kind)) wrong.push(`'${kind}' of ${namesOf([handler])} is not in the catalogue`);
    if (wrong.length === 0) return;
    throw new WrongJobHandlers(
      `Every kind of job must have exactly one handler: ${wrong.join('; ')}.\n` +
        'Jobs would be lost or done twice, so nothing was started.\n' +
        'Put @HandlesJob(kind) on one provider per entry of libs/platform/queue/jobs.catalogue.ts.',
    );
  }

  /** Throws for a kind that this version of the program does not know. */
  of(kind: string): JobHandler {
    const handler = this.byKind.get(kind);
    if (!handler) throw new Error(`this version of the program knows no job of the kind '${kind}'`);
    return handler;
  }

  get all(): readonly JobHandler[] {
    return [...this.byKind.values()];
  }
}

const namesOf = (handlers: readonly JobHandler[]): string =>
  handlers.map((handler) => handler.constructor.name).join(' and ');
