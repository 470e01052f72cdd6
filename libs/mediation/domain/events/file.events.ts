import { DEADLINE_KINDS } from '../deadline/deadline.catalogue';
import { anchoredIn } from '../deadline/deadline.anchoring';
import * as needs from '../needs';
import type { EventRules } from './event.rule';
import { pausedUntil } from './recording';
import { reason } from './tries';

/** The file itself: suspended, overridden, reopened, closed. */
export const FILE_EVENTS: EventRules<
  'request.suspended' | 'request.resumed' | 'deadline.overridden' | 'request.reopened' | 'request.closed'
> = {
  'request.suspended': {
    label: { nl: 'Aanvraag opgeschort', en: 'Request suspended' },
    needs: [...needs.open, needs.notSuspended],
    tries: () => [{ reason }],
    records: (_, __, { on }) => ({ suspendedOn: on }),
    isNoAnswer: true,
  },
  'request.resumed': {
    label: { nl: 'Aanvraag hervat', en: 'Request resumed' },
    needs: [needs.timeGoesForward, needs.fileOpen, needs.suspended],
    tries: () => [{ reason }],
    records: (facts, _, stamp) => pausedUntil(facts, stamp),
    isNoAnswer: true,
  },
  'deadline.overridden': {
    label: { nl: 'Termijn met de hand gezet', en: 'Deadline overridden' },
    needs: [needs.timeGoesForward, needs.fileOpen, needs.deadlineRunning],
    tries: ({ registered }) => DEADLINE_KINDS.map((deadline) => ({ deadline, dueOn: registered.on, reason })),
    records: (facts, { deadline, dueOn }, { actor }) => ({
      overrides: {
        ...facts.overrides,
        [deadline]: { dueOn, by: actor, anchorOn: anchoredIn(deadline, facts)?.anchor.on ?? null },
      },
    }),
    isNoAnswer: true,
  },
  'request.reopened': {
    label: { nl: 'Aanvraag heropend', en: 'Request reopened' },
    needs: [needs.timeGoesForward, needs.fileClosed, needs.secondPairOfEyes],
    tries: () => [{ reason }],
    records: () => ({ closed: null, reopened: true }),
  },
  'request.closed': {
    label: { nl: 'Aanvraag gesloten', en: 'Request closed' },
    needs: [needs.timeGoesForward, needs.fileOpen, needs.courseEnded, needs.curatorAtRest],
    tries: () => [{}],
    records: (facts, _, stamp) => ({
      closed: { on: stamp.on, actor: stamp.actor },
      ...pausedUntil(facts, stamp),
    }),
  },
};
