import * as asks from '../request/request.questions';
import { need } from './need';
import { honours } from '../screening/screening.catalogue';
import { PARENT_KEYS, type PlannedSession } from '../vocabulary/events';
import type { SessionFacts } from '../request/request.facts';

/* Sessions, their plan and their safeguards. */

const isPlanned = ({ state }: SessionFacts): boolean => state === 'planned';
type Sessions = { readonly sessions: readonly PlannedSession[] };
type Block = { readonly startsAt: string; readonly minutes: number };

const endOf = ({ startsAt, minutes }: Block): number => Date.parse(startsAt) + minutes * 60_000;
export const areApart = (blocks: readonly Block[]): boolean => {
  const inOrder = [...blocks].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
  return inOrder.every((block, index) => {
    const before = inOrder[index - 1];
    return !before || endOf(before) <= Date.parse(block.startsAt);
  });
};

export const sessionNumbersFree = need<Sessions>('session-numbers-free', (facts, { sessions }) => {
  const taken = new Set(facts.sessions.filter(({ state }) => state !== 'cancelled').map(({ no }) => no));
  return sessions.every(({ no }) => !taken.has(no) && taken.add(no));
});
export const sessionsApart = need<Sessions>('sessions-apart', (facts, { sessions }) =>
  areApart([...facts.sessions.filter(isPlanned), ...sessions]),
);
export const movedSessionApart = need<{ readonly no: number; readonly startsAt: PlannedSession['startsAt'] }>(
  'sessions-apart',
  (facts, { no, startsAt }) =>
    areApart(
      facts.sessions
        .filter(isPlanned)
        .map((session) => (session.no === no ? { ...session, startsAt } : session)),
    ),
);
export const safeguardsHonoured = need<Sessions>('safeguards-honoured', (facts, { sessions }) =>
  sessions.every((session) => asks.safeguardsOf(facts).every((safeguard) => honours(safeguard, session))),
);
export const sessionPlanned = need<{ readonly no: number }>('session-planned', (facts, { no }) =>
  facts.sessions.some((session) => session.no === no && isPlanned(session)),
);
export const heldAsSafeguarded = need<{ readonly no: number; readonly mode: string }>(
  'safeguards-honoured',
  (facts, { no, mode }) => {
    const minutes = facts.sessions.find((session) => session.no === no && isPlanned(session))?.minutes ?? 0;
    return asks.safeguardsOf(facts).every((safeguard) => honours(safeguard, { mode, minutes }));
  },
);
export const knownAttendants = need<{ readonly present: readonly string[] }>(
  'known-attendants',
  (_, { present }) =>
    // Single capitals are parent keys; anybody else is there under a word or a pool key of their own.
    present.every((who) => !/^[A-Z]$/.test(who) || PARENT_KEYS.some((key) => key === who)),
);
