import { agreementTrack } from '../tracks/agreement.track';
import { childInterviewTrack } from '../tracks/child-interview.track';
import { courseTrack } from '../tracks/course.track';
import { courtTrack } from '../tracks/court.track';
import { curatorTrack } from '../tracks/curator.track';
import { fileTrack } from '../tracks/file.track';
import { mediatorsTrack } from '../tracks/mediators.track';
import { parentTrack } from '../tracks/parent.track';
import { sessionsTrack } from '../tracks/sessions.track';
import type { RequestFacts } from './request.facts';
import { requestSetup } from './request.setup';

/** Goes up with every change to what an event may do or what it writes down. */
export const MACHINE_VERSION = '1';

/**
 * A mediation request from registration to closure: its tracks side by side. Pure: the same facts and the same
 * events give the same state, always and everywhere. An event that is not accepted changes nothing.
 */
export const requestMachine = requestSetup.createMachine({
  id: 'mediation-request',
  version: MACHINE_VERSION,
  initial: 'unregistered',
  // Before registration there are no facts. XState builds this state anew at every step, so it must stay this small.
  context: {} as RequestFacts,
  states: {
    unregistered: {
      meta: { nl: 'Nog niet geregistreerd', en: 'Not registered yet' },
      on: { 'request.registered': { target: 'registered', guard: 'registrable', actions: 'register' } },
    },
    registered: {
      type: 'parallel',
      meta: { nl: 'Geregistreerd', en: 'Registered' },
      states: {
        file: fileTrack,
        course: courseTrack,
        parentA: parentTrack('A'),
        parentB: parentTrack('B'),
        court: courtTrack,
        curator: curatorTrack,
        childInterview: childInterviewTrack,
        mediators: mediatorsTrack,
        sessions: sessionsTrack,
        agreement: agreementTrack,
        /** Writes every accepted event down, once; the other tracks only move. */
        register: { on: { '*': { guard: 'accepted', actions: 'record' } } },
      },
    },
  },
});
