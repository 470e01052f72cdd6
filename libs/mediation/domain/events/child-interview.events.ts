import * as asks from '../request/request.questions';
import * as needs from '../needs';
import type { EventRules } from './event.rule';
import { ofParent } from './recording';
import { keysOf, ofEachParent } from './tries';

/** The child interview: two consents, one talk, a report read out. */
export const CHILD_INTERVIEW_EVENTS: EventRules<
  | 'child_interview.consented'
  | 'child_interview.refused'
  | 'child_interview.held'
  | 'child_interview.report_delivered'
> = {
  'child_interview.consented': {
    label: { nl: 'Toestemming kindgesprek', en: 'Consent to the child interview' },
    needs: [...needs.open, needs.childOfInterviewAge, needs.interviewNotHeld, needs.consentIsNew('given')],
    tries: ofEachParent,
    records: (facts, { parent }) => ofParent(facts, parent, { interviewConsent: 'given' }),
  },
  'child_interview.refused': {
    label: { nl: 'Kindgesprek geweigerd', en: 'Child interview refused' },
    needs: [...needs.open, needs.childOfInterviewAge, needs.interviewNotHeld, needs.consentIsNew('refused')],
    tries: ofEachParent,
    records: (facts, { parent }) => ofParent(facts, parent, { interviewConsent: 'refused' }),
  },
  'child_interview.held': {
    label: { nl: 'Kindgesprek gehouden', en: 'Child interview held' },
    needs: [
      ...needs.open,
      needs.bothConsented,
      needs.childrenNotHeardYet,
      needs.knownChildren,
      needs.childrenOfInterviewAge,
      needs.interviewerInOneRole,
    ],
    tries: (facts) => {
      const heard = new Set(facts.interviews.flatMap(({ children }) => children));
      const waiting = asks.childrenOfInterviewAge(facts).filter(({ key }) => !heard.has(key));
      return [{ children: keysOf(waiting.length > 0 ? waiting : facts.children), interviewer: '?' }];
    },
    records: (facts, { children, interviewer }, { on }) => ({
      interviews: [...facts.interviews, { on, interviewer, children: [...children], deliveredOn: null }],
    }),
  },
  'child_interview.report_delivered': {
    label: { nl: 'Verslag kindgesprek voorgelezen', en: "Child interview's report delivered" },
    needs: [needs.timeGoesForward, needs.fileOpen, needs.interviewToDeliver],
    tries: () => [{}],
    records: (facts, _, { on }) => ({
      interviews: facts.interviews.map((interview) => ({
        ...interview,
        deliveredOn: interview.deliveredOn ?? on,
      })),
    }),
  },
};
