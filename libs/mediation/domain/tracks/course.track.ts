import { requestSetup } from '../request/request.setup';

const accepted = 'accepted' as const;

const ends = {
  'request.withdrawn': { target: 'withdrawn', guard: accepted },
  'request.overtaken': { target: 'overtaken', guard: accepted },
} as const;

/** The course of the mediation: started with the first intake, in sessions with the first session, ended once. */
export const courseTrack = requestSetup.createStateConfig({
  initial: 'preparing',
  meta: { nl: 'Verloop', en: 'Course' },
  states: {
    preparing: {
      meta: { nl: 'In voorbereiding', en: 'Preparing' },
      on: {
        'intake.held': { target: 'started', guard: accepted },
        'request.not_started': { target: 'not_started', guard: accepted },
        ...ends,
      },
    },
    started: {
      meta: { nl: 'Gestart', en: 'Started' },
      on: {
        'session.held': { target: 'in_sessions', guard: accepted },
        'request.stopped_after_intake': { target: 'stopped_after_intake', guard: accepted },
        ...ends,
      },
    },
    in_sessions: {
      meta: { nl: 'In sessies', en: 'In sessions' },
      on: { 'outcome.recorded': { target: 'outcome_recorded', guard: accepted }, ...ends },
    },
    not_started: { meta: { nl: 'Niet gestart', en: 'Not started' } },
    stopped_after_intake: { meta: { nl: 'Na intake gestopt', en: 'Stopped after intake' } },
    outcome_recorded: { meta: { nl: 'Uitkomst vastgelegd', en: 'Outcome recorded' } },
    withdrawn: { meta: { nl: 'Ingetrokken', en: 'Withdrawn' } },
    overtaken: { meta: { nl: 'Ingehaald', en: 'Overtaken' } },
  },
});
