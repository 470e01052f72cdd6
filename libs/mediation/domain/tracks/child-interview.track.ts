import { requestSetup } from '../request/request.setup';

const looksAgain = { target: '.weighing', guard: 'accepted' } as const;

/** The child interview: both parents consent, a third person talks with the child, the report is read out. */
export const childInterviewTrack = requestSetup.createStateConfig({
  initial: 'weighing',
  meta: { nl: 'Kindgesprek', en: 'Child interview' },
  on: {
    'court.dates_changed': looksAgain,
    'directions_hearing.held': looksAgain,
    'child_interview.consented': looksAgain,
    'child_interview.refused': looksAgain,
    'child_interview.held': looksAgain,
    'child_interview.report_delivered': looksAgain,
  },
  states: {
    weighing: {
      always: [
        { target: 'report_delivered', guard: 'interviewDelivered' },
        { target: 'held', guard: 'interviewHeld' },
        { target: 'not_possible', guard: 'interviewImpossible' },
        { target: 'refused', guard: 'interviewRefused' },
        { target: 'consented', guard: 'interviewConsented' },
        { target: 'consents_awaited' },
      ],
    },
    not_possible: { meta: { nl: 'Kinderen te jong', en: 'Children too young' } },
    consents_awaited: { meta: { nl: 'Toestemming gevraagd', en: 'Consents awaited' } },
    refused: { meta: { nl: 'Geweigerd', en: 'Refused' } },
    consented: { meta: { nl: 'Beiden akkoord', en: 'Both consented' } },
    held: { meta: { nl: 'Gehouden', en: 'Held' } },
    report_delivered: { meta: { nl: 'Verslag voorgelezen', en: 'Report delivered' } },
  },
});
