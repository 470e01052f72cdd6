import { datesOnly } from '../request/registration.recording';
import * as needs from '../needs';
import type { EventRules } from './event.rule';
import { reason } from './tries';

/** What the court does: its dates and its directions hearing. */
export const COURT_EVENTS: EventRules<'court.dates_changed' | 'directions_hearing.held'> = {
  'court.dates_changed': {
    label: { nl: 'Zittingsdata gewijzigd', en: 'Court dates changed' },
    needs: [needs.timeGoesForward, needs.fileOpen, needs.someCourtDate, needs.courtDatesInOrder],
    tries: ({ court, registered }) => [
      { ...(Object.keys(court).length > 0 ? court : { petitionOn: registered.on }), reason },
    ],
    records: (facts, { reason: _, ...dates }) => ({
      court: { ...facts.court, ...datesOnly(dates) },
    }),
    isNoAnswer: true,
  },
  'directions_hearing.held': {
    label: { nl: 'Regiezitting gehouden', en: 'Directions hearing held' },
    needs: [needs.timeGoesForward, needs.fileOpen, needs.isIko, needs.hearingNotHeld],
    tries: () => [{ decisions: { A: 'yes', B: 'yes' } }],
    records: ({ court }, { decisions }, { on }) => ({
      hearing: {
        on,
        plannedOn: court.directionsHearingOn ?? on,
        decisions: { A: decisions.A, B: decisions.B },
      },
    }),
  },
};
