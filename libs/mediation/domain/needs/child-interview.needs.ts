import * as asks from '../request/request.questions';
import { always, need, type OfChildren, type OfParent, only } from './need';
import { hasNoOtherRole } from './one-role';

/* The child interview. */

export const childOfInterviewAge = always(
  'child-of-interview-age',
  (facts) => asks.childrenOfInterviewAge(facts).length > 0,
);
export const consentIsNew = (answer: 'given' | 'refused') =>
  need<OfParent>('consent-is-new', ({ parents }, { parent }) => parents[parent].interviewConsent !== answer);
export const interviewNotHeld = always('interview-not-held', ({ interviews }) => interviews.length === 0);
export const bothConsented = always('both-consented', asks.bothConsented);
export const childrenOfInterviewAge = need<OfChildren>('children-of-interview-age', (facts, { children }) =>
  only(children, asks.childrenOfInterviewAge(facts)),
);
export const childrenNotHeardYet = need<OfChildren>(
  'children-not-heard-yet',
  ({ interviews }, { children }) =>
    interviews.every((interview) => !interview.children.some((child) => children.includes(child))),
);
export const interviewerInOneRole = need<{ readonly interviewer: string }>(
  'one-role-per-family',
  (facts, event) => hasNoOtherRole(facts, event.interviewer, 'interviewer'),
);
export const interviewToDeliver = always('interview-to-deliver', asks.undeliveredInterviews);
