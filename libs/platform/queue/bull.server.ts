import type { BulkJobOptions } from 'bullmq';
import type { Driver } from './wake-ups.port';

/** All that a job carries: the id of an outbox row. */
export interface WakeUpData {
  readonly id: string;
}

export interface BullJob {
  readonly name: string;
  readonly data: WakeUpData;
  readonly opts: BulkJobOptions;
}

/** What we use of BullMQ's Queue. */
export interface BullQueue {
  addBulk(jobs: BullJob[]): Promise<unknown>;
  close(): Promise<void>;
}

/** What we use of BullMQ's Worker. */
export interface BullWorker {
  close(force?: boolean): Promise<void>;
}

export interface BullTimings {
  /** A job whose worker has not spoken for so long belongs to nobody. */
  readonly lockDuration: number;
  /** How often is looked for such jobs. */
  readonly stalledInterval: number;
}

/** A crash is no fault of the job: with BullMQ's own limit of 1 the second crash would throw the wake-up away. */
const MOST_STALLS = 10;

export const workerOptions = ({ lockDuration, stalledInterval }: BullTimings) => ({
  concurrency: 10,
  lockDuration,
  stalledInterval,
  maxStalledCount: MOST_STALLS,
});

/** Where BullMQ keeps its jobs. Nothing is connected before it is asked for. */
export interface BullServer {
  readonly driver: Exclude<Driver, 'direct'>;
  /** The queue, connected and ready. Rejects when the server cannot be reached; may then be asked again. */
  queue(): Promise<BullQueue>;
  worker(answer: (data: WakeUpData) => Promise<void>, onError: (error: Error) => void): Promise<BullWorker>;
  /** Rejects when the server does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Of one bureau alone: wake-ups that another bureau's worker took would come a sweep late. */
export const queueNameOf = (mark: string): string => `bureau-${mark}`;
