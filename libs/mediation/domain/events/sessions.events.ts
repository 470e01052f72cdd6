import type { RequestFacts, SessionFacts } from '../request/request.facts';
import * as needs from '../needs';
import type { EventRules } from './event.rule';
import { reason } from './tries';

const ofEachSession = ({ sessions, registered }: RequestFacts) =>
  sessions.length > 0
    ? sessions.map(({ no, mode, startsAt }) => ({ no, mode, startsAt }))
    : [{ no: 1, mode: 'on_site' as const, startsAt: registered.at }];
const ofSession = (
  facts: RequestFacts,
  no: number,
  change: Partial<SessionFacts>,
): Partial<RequestFacts> => ({
  sessions: facts.sessions.map((session) =>
    session.no === no && session.state === 'planned' ? { ...session, ...change } : session,
  ),
});

/** The sessions, and contact agreed between them. */
export const SESSIONS_EVENTS: EventRules<
  'sessions.planned' | 'session.moved' | 'session.held' | 'session.cancelled' | 'interim_contact.agreed'
> = {
  'sessions.planned': {
    label: { nl: 'Sessies gepland', en: 'Sessions planned' },
    needs: [
      ...needs.open,
      needs.notSuspended,
      needs.bothIntakesSuitable,
      needs.bothFunded,
      needs.noOpenNoGo,
      needs.safeguardsHonoured,
      needs.sessionNumbersFree,
      needs.sessionsApart,
    ],
    tries: () => [{ sessions: [] }],
    records: (facts, { sessions }) => ({
      sessions: [
        ...facts.sessions,
        ...sessions.map(({ no, startsAt, minutes, mode }) => ({
          no,
          startsAt,
          minutes,
          mode,
          state: 'planned' as const,
          heldOn: null,
        })),
      ],
    }),
  },
  'session.moved': {
    label: { nl: 'Sessie verplaatst', en: 'Session moved' },
    needs: [...needs.open, needs.sessionPlanned, needs.movedSessionApart],
    tries: (facts) => ofEachSession(facts).map(({ no, startsAt }) => ({ no, startsAt, reason })),
    records: (facts, { no, startsAt }) => ofSession(facts, no, { startsAt }),
  },
  'session.held': {
    label: { nl: 'Sessie gehouden', en: 'Session held' },
    needs: [
      ...needs.open,
      needs.notSuspended,
      needs.sessionPlanned,
      needs.noOpenNoGo,
      needs.heldAsSafeguarded,
      needs.knownAttendants,
    ],
    tries: (facts) => ofEachSession(facts).map(({ no, mode }) => ({ no, mode, present: ['A', 'B'] })),
    records: (facts, { no, mode }, { on }) => ofSession(facts, no, { state: 'held', mode, heldOn: on }),
  },
  'session.cancelled': {
    label: { nl: 'Sessie afgezegd', en: 'Session cancelled' },
    needs: [...needs.open, needs.sessionPlanned],
    tries: (facts) => ofEachSession(facts).map(({ no }) => ({ no, reason })),
    records: (facts, { no }) => ofSession(facts, no, { state: 'cancelled' }),
  },
  'interim_contact.agreed': {
    label: { nl: 'Tussentijds contact afgesproken', en: 'Interim contact agreed' },
    needs: needs.open,
    tries: ({ registered }) => [{ starting: registered.on, how: '', supervised: false }],
    records: (facts, _, { on }) => ({ interimContactOn: facts.interimContactOn ?? on }),
  },
};
