import { quantile } from '../bench/rounds';
import type { Evidence } from './evidence';
import { acceptances, type Logbook } from './logbook';
import { lostOrInvented } from './promises/accepted';
import { deadlineFaults, jobFaults } from './promises/deadlines';
import { appliedTwice } from './promises/once';
import type { Violation } from './promises/promise';
import { forbiddenViews } from './promises/views';
import type { StormClock } from './storm.clock';
import type { Timeline } from './timeline';

const LEAST_EVENTS = 50;
const LEAST_DEADLINES = 20;

export interface Aftermath {
  readonly kills: number;
  readonly logbook: Logbook;
  readonly evidence: Evidence;
  readonly clock: StormClock;
  readonly timeline: Timeline;
  readonly patienceMs: number;
  readonly endedAt: number;
  /** What `bureau verify` said, when it found something. */
  readonly verified: string | null;
}

export interface Counts {
  readonly calls: number;
  readonly accepted: number;
  readonly refused: number;
  readonly repeated: number;
  readonly requests: number;
  readonly deadlines: number;
  readonly jobs: Readonly<Record<string, number>>;
  readonly views: number;
  readonly duels: number;
  readonly latenessMs: { readonly p50: number; readonly p99: number; readonly most: number };
}

export interface Verdict {
  readonly counts: Counts;
  readonly violations: readonly Violation[];
}

/** Looks for every promise that was broken, in what people remember and in what the database holds. */
export function judge(aftermath: Aftermath): Verdict {
  const { logbook, evidence, verified } = aftermath;
  const { commands, views, duels, oddities } = logbook;
  const deadlines = deadlineFaults({ ...aftermath, writes: evidence.deadlines });
  const jobs = jobFaults(evidence.outbox, aftermath.clock);
  const lateMs = (share: number): number => Math.round(quantile(deadlines.lateness, share) || 0);
  const found = [evidence.damage, verified].filter((text) => text !== null);
  return {
    violations: [
      ...lostOrInvented(commands, evidence.history),
      ...appliedTwice(commands, evidence.kept, duels),
      ...deadlines.violations,
      ...jobs.violations,
      ...forbiddenViews(views, evidence.parties),
      ...found.map((what): Violation => ({ promise: 'replay', what })),
      ...tooThin(aftermath, deadlines.fired),
      ...oddities.map((what): Violation => ({ promise: 'world', what })),
    ],
    counts: {
      calls: commands.reduce((sum, { attempts }) => sum + attempts.length, views.length),
      accepted: evidence.history.length,
      refused: commands.filter((command) => command.attempts.some(isRefused)).length,
      repeated: commands.filter((command) => acceptances(command).length > 1).length,
      requests: new Set(evidence.history.map(({ request }) => request)).size,
      deadlines: deadlines.fired,
      jobs: Object.fromEntries(jobs.done),
      views: views.length,
      duels: duels.length,
      latenessMs: {
        p50: lateMs(0.5),
        p99: lateMs(0.99),
        most: lateMs(1),
      },
    },
  };
}

/** A storm in which nothing happened would keep every promise. */
function tooThin({ evidence, kills }: Aftermath, fired: number): Violation[] {
  const isThin = kills === 0 || evidence.history.length < LEAST_EVENTS || fired < LEAST_DEADLINES;
  const what = `${kills} kills, ${evidence.history.length} events and ${fired} deadlines prove nothing: give it longer (--seconds)`;
  return isThin ? [{ promise: 'world', what }] : [];
}

const isRefused = ({ status }: { readonly status: number | null }): boolean =>
  status === 409 || status === 422;
