import type { ScreeningFacts } from '../request/request.facts';
import * as needs from '../needs';
import type { EventRules } from './event.rule';
import { ofParent } from './recording';
import { ofEachParent } from './tries';

/** What happens with one parent: talk, screening, signature, funding, papers, intake. */
export const PARENT_EVENTS: EventRules<
  | 'information_talk.held'
  | 'screening.completed'
  | 'agreement_to_mediate.signed'
  | 'funding.settled'
  | 'information.received'
  | 'intake.held'
> = {
  'information_talk.held': {
    label: { nl: 'Informatiegesprek gehouden', en: 'Information talk held' },
    needs: [...needs.open, needs.beforeIntake],
    tries: () => ofEachParent().map((parent) => ({ ...parent, outcome: 'willing' })),
    records: (facts, { parent, outcome }, { on }) => ofParent(facts, parent, { talk: { outcome, on } }),
  },
  'screening.completed': {
    label: { nl: 'Screening afgerond', en: 'Screening completed' },
    needs: [...needs.open, needs.roundTalkHeld, needs.secondReviewer],
    tries: () =>
      ofEachParent().flatMap((parent) =>
        (['information_talk', 'intake'] as const).map((round) => ({
          ...parent,
          round,
          result: 'go' as const,
        })),
      ),
    records: (facts, { parent, round, result, safeguards = [] }, { on, actor }) => {
      const screening: ScreeningFacts = { result, on, by: actor, safeguards: [...safeguards] };
      return ofParent(facts, parent, {
        screenings: { ...facts.parents[parent].screenings, [round]: screening },
        noGo: result === 'no_go' ? { by: actor, on } : null,
      });
    },
  },
  'agreement_to_mediate.signed': {
    label: { nl: 'Mediationovereenkomst getekend', en: 'Agreement to mediate signed' },
    needs: [...needs.open, needs.notSignedYet, needs.parentWilling, needs.parentScreened],
    tries: ofEachParent,
    records: (facts, { parent }, { on }) => ofParent(facts, parent, { signedOn: on }),
  },
  'funding.settled': {
    label: { nl: 'Bijdrage geregeld', en: 'Funding settled' },
    needs: [...needs.open, needs.parentSigned, needs.notFundedYet],
    tries: () => ofEachParent().map((parent) => ({ ...parent, by: 'payment' })),
    records: (facts, { parent }, { on }) => ofParent(facts, parent, { fundedOn: on }),
  },
  'information.received': {
    label: { nl: 'Stukken ontvangen', en: 'Information received' },
    needs: needs.open,
    tries: ofEachParent,
    records: (facts, { parent }, { on }) => ofParent(facts, parent, { informedOn: on }),
  },
  'intake.held': {
    label: { nl: 'Intake gehouden', en: 'Intake held' },
    needs: [...needs.open, needs.notSuspended, needs.pairConfirmed, needs.intakeNotSuitableYet],
    tries: () => ofEachParent().map((parent) => ({ ...parent, result: 'suitable' })),
    records: (facts, { parent, result }, { on }) => ofParent(facts, parent, { intake: { result, on } }),
  },
};
