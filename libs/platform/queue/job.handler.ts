import { SetMetadata } from '@nestjs/common';
import type { Instant } from '@bureau/kernel';
import type { Row, WriteBatch } from '../database';
import type { JobKind } from './jobs.catalogue';

/** An outbox row whose moment has come. */
export interface Job {
  /** The id of the outbox row: the same at every try, so it serves as a key towards the outside world too. */
  readonly id: string;
  readonly kind: string;
  /** What it is about: the number of a request, say. */
  readonly subject: string;
  readonly ids: Readonly<Record<string, string | number>>;
  /** 1 for the first try. */
  readonly attempt: number;
}

/** Does one kind of job. A provider with `@HandlesJob(kind)`; each kind has exactly one, or the program does not start. */
export abstract class JobHandler {
  /**
   * What to write so that the job is done, or null when what woke us is no longer true (moved, met, dropped). The
   * outbox row is marked delivered in the same commit, so an effect in the database happens exactly once. When the
   * guard turns out to be stale, this is asked again. A job may be handed over twice: read before you act, and send
   * whatever leaves the house under `job.id`.
   *
   * @throws anything: the job is tried again later, and what was thrown is kept with the row.
   */
  abstract handle(job: Job, now: Instant): Promise<WriteBatch | null>;

  /** Outbox rows of this kind that should be waiting and are not: asked before each sweep, then written. */
  lost(_now: Instant): Promise<readonly Row[]> {
    return Promise.resolve([]);
  }

  /**
   * Outbox rows that time itself asks for and no change writes: the next day of a schedule. Asked before each sweep;
   * a row that is there already stays as it is.
   */
  owed(_now: Instant): Promise<readonly Row[]> {
    return Promise.resolve([]);
  }
}

export const HANDLED_KIND = Symbol('the kind of job that a provider handles');

export const HandlesJob = (kind: JobKind): ClassDecorator => SetMetadata(HANDLED_KIND, kind);
