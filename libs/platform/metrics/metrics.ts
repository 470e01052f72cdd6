import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** From a tenth of a millisecond, which a commit to SQLite may take, to the longest wait for a lock. */
const SECONDS = [0.0001, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * What this process counts of its own work, in a register of its own. A label is a word of the program (a route, a
 * table, a kind of job), never a number, name or date of a file: whoever keeps the numbers must not learn of a family.
 */
export class Metrics {
  readonly registry = new Registry();
  private readonly registers = [this.registry];

  readonly callSeconds = this.histogram('bureau_http_seconds', 'How long calls took', [
    'method',
    'route',
    'status',
  ]);
  readonly refusals = this.counter('bureau_http_refusals_total', 'Calls that were refused, by problem code', [
    'route',
    'code',
  ]);
  readonly commitSeconds = this.histogram('bureau_commit_seconds', 'How long batches took to be stored', [
    'outcome',
  ]);
  readonly rowsAdded = this.counter(
    'bureau_rows_added_total',
    'Rows stored, by table; those of request_event are the events that were accepted',
    ['table'],
  );
  readonly groupSize = new Histogram({
    name: 'bureau_commit_group_size',
    help: 'Batches that shared one flush to disk (SQLite)',
    buckets: [1, 2, 4, 8, 16, 32],
    registers: this.registers,
  });
  readonly jobSeconds = this.histogram('bureau_job_seconds', 'How long tries of jobs took', [
    'kind',
    'outcome',
  ]);
  readonly sweepSeconds = this.histogram('bureau_sweep_seconds', 'How long sweeps took', []);

  readonly databaseReachable = this.gauge('bureau_database_reachable', '1 when the database answers', []);
  readonly connections = this.gauge('bureau_database_connections', 'Connections to PostgreSQL, by state', [
    'state',
  ]);
  readonly deadlineLag = this.gauge(
    'bureau_deadline_lag_seconds',
    'Age of the oldest deadline that is due and not fired; 0 when there is none',
    [],
  );
  readonly outboxLag = this.gauge(
    'bureau_outbox_lag_seconds',
    'Age of the oldest outbox row that is due and not delivered; 0 when there is none',
    [],
  );
  readonly outboxFailing = this.gauge('bureau_outbox_failing', 'Outbox rows whose last try failed', []);
  readonly queueReachable = this.gauge('bureau_queue_reachable', '1 when the queue answers', ['driver']);

  private histogram<L extends string>(name: string, help: string, labelNames: readonly L[]): Histogram<L> {
    return new Histogram({ name, help, labelNames, buckets: SECONDS, registers: this.registers });
  }

  private counter<L extends string>(name: string, help: string, labelNames: readonly L[]): Counter<L> {
    return new Counter({ name, help, labelNames, registers: this.registers });
  }

  private gauge<L extends string>(name: string, help: string, labelNames: readonly L[]): Gauge<L> {
    return new Gauge({ name, help, labelNames, registers: this.registers });
  }
}

/** Seconds since a moment of `performance.now()`. */
export const secondsSince = (began: number): number => (performance.now() - began) / 1000;
