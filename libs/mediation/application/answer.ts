import type { PlainDate, Words } from '@bureau/kernel';
import { DEADLINES } from '../domain/deadline/deadline.catalogue';
import type { DeadlineChange } from '../domain/deadline/deadline.rules';
import { explanationOf } from '../domain/deadline/deadline.words';
import { PHASES, type Phase } from '../domain/request/phase.rules';
import type { Decision } from '../domain/request/request.engine';

/** What an accepted event came to, as whoever sent it is told. */
export interface Answer {
  readonly number: string;
  readonly revision: number;
  readonly type: string;
  readonly phase: Phase;
  readonly phaseLabel: Words;
  /** The deadlines that opened, moved, were met or dropped by this event. */
  readonly changes: readonly ChangeInWords[];
}

export interface ChangeInWords {
  readonly deadline: string;
  readonly label: Words;
  readonly change: DeadlineChange['change'];
  readonly dueOn: PlainDate;
  readonly from: PlainDate | null;
  readonly explanation: Words;
}

export const answerOf = (number: string, revision: number, type: string, decision: Decision): Answer => ({
  number,
  revision,
  type,
  phase: decision.phase,
  phaseLabel: PHASES[decision.phase].label,
  changes: decision.changes.map(({ change, deadline, from }) => ({
    deadline: deadline.kind,
    label: DEADLINES[deadline.kind].label,
    change,
    dueOn: deadline.dueOn,
    from,
    explanation: { nl: explanationOf(deadline, 'nl'), en: explanationOf(deadline, 'en') },
  })),
});
