import type { Words } from '@bureau/kernel';
import type { LaterEventType } from '../vocabulary/events';
import { AGREEMENT_EVENTS } from './agreement.events';
import { CHILD_INTERVIEW_EVENTS } from './child-interview.events';
import { COURSE_EVENTS } from './course.events';
import { COURT_EVENTS } from './court.events';
import { CURATOR_EVENTS } from './curator.events';
import type { EventRules } from './event.rule';
import { FILE_EVENTS } from './file.events';
import { MEDIATORS_EVENTS } from './mediators.events';
import { PARENT_EVENTS } from './parent.events';
import { SESSIONS_EVENTS } from './sessions.events';

/** The name of the event that a request begins with. */
export const REGISTERED: Words = { nl: 'Aanvraag geregistreerd', en: 'Request registered' };

/** Every event a request can meet after registration: its name, what it needs, what could be sent, what it records. */
export const EVENTS: EventRules<LaterEventType> = {
  ...COURT_EVENTS,
  ...PARENT_EVENTS,
  ...MEDIATORS_EVENTS,
  ...CURATOR_EVENTS,
  ...CHILD_INTERVIEW_EVENTS,
  ...SESSIONS_EVENTS,
  ...AGREEMENT_EVENTS,
  ...COURSE_EVENTS,
  ...FILE_EVENTS,
};

export const EVENT_TYPES = Object.keys(EVENTS) as LaterEventType[];
