import { requestSetup } from '../request/request.setup';

const looksAgain = { target: '.weighing', guard: 'accepted' } as const;

/** The directions hearing of an abduction case; the dates themselves are facts that move deadlines. */
export const courtTrack = requestSetup.createStateConfig({
  initial: 'weighing',
  meta: { nl: 'Rechtbank', en: 'Court' },
  on: { 'court.dates_changed': looksAgain, 'directions_hearing.held': looksAgain },
  states: {
    weighing: {
      always: [
        { target: 'hearing_held', guard: 'hearingHeld' },
        { target: 'hearing_planned', guard: 'hearingPlanned' },
        { target: 'no_hearing' },
      ],
    },
    no_hearing: { meta: { nl: 'Geen regiezitting', en: 'No directions hearing' } },
    hearing_planned: { meta: { nl: 'Regiezitting gepland', en: 'Directions hearing planned' } },
    hearing_held: { meta: { nl: 'Regiezitting gehouden', en: 'Directions hearing held' } },
  },
});
