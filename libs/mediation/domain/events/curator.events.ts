import type { CuratorFacts, RequestFacts } from '../request/request.facts';
import * as asks from '../request/request.questions';
import * as needs from '../needs';
import type { EventRules } from './event.rule';
import { keysOf } from './tries';

const ofEachCurator = ({ curators }: RequestFacts) =>
  curators.length > 0 ? curators.map(({ curator }) => ({ curator })) : [{ curator: '' }];
const ofCurator = (
  facts: RequestFacts,
  curator: string | undefined,
  change: Partial<CuratorFacts>,
): Partial<RequestFacts> => ({
  curators: facts.curators.map((entry) =>
    entry.curator === curator && entry.step !== 'declined' && entry.step !== 'discharged'
      ? { ...entry, ...change }
      : entry,
  ),
});

/** The special curator, beside the mediation and also without it. */
export const CURATOR_EVENTS: EventRules<
  | 'curator.asked'
  | 'curator.accepted'
  | 'curator.declined'
  | 'curator.appointed'
  | 'curator.reported'
  | 'curator.discharged'
> = {
  'curator.asked': {
    label: { nl: 'Bijzondere curator gevraagd', en: 'Special curator asked' },
    needs: [
      needs.timeGoesForward,
      needs.fileOpen,
      needs.childOfCuratorAge,
      needs.childrenWithoutCurator,
      needs.knownChildren,
      needs.childrenOfCuratorAge,
      needs.curatorInOneRole,
    ],
    tries: (facts) => {
      const waiting = asks.childrenWithoutCurator(facts);
      return [
        { curator: '?', children: keysOf(waiting.length > 0 ? waiting : asks.childrenOfCuratorAge(facts)) },
      ];
    },
    records: (facts, { curator, children }, { on }) => ({
      curators: [
        ...facts.curators,
        { curator, children: [...children], step: 'asked', askedOn: on, appointedOn: null, reportedOn: null },
      ],
    }),
  },
  'curator.accepted': {
    label: { nl: 'Curator aanvaardt', en: 'Curator accepted' },
    needs: [needs.timeGoesForward, needs.fileOpen, needs.curatorAsked],
    tries: ofEachCurator,
    records: (facts, { curator }) => ofCurator(facts, curator, { step: 'accepted' }),
  },
  'curator.declined': {
    label: { nl: 'Curator wijst af', en: 'Curator declined' },
    needs: [needs.timeGoesForward, needs.fileOpen, needs.curatorAskedOrAccepted],
    tries: ofEachCurator,
    records: (facts, { curator }) => ofCurator(facts, curator, { step: 'declined' }),
  },
  'curator.appointed': {
    label: { nl: 'Curator benoemd', en: 'Curator appointed' },
    needs: [
      needs.timeGoesForward,
      needs.fileOpen,
      needs.curatorAccepted,
      needs.knownChildren,
      needs.childrenOfCuratorAge,
    ],
    tries: (facts) =>
      facts.curators.length > 0
        ? facts.curators.map(({ curator, children }) => ({ curator, children, orderOn: facts.registered.on }))
        : [{ curator: '', children: [], orderOn: facts.registered.on }],
    records: (facts, { curator, children }, { on }) =>
      ofCurator(facts, curator, { step: 'appointed', children: [...children], appointedOn: on }),
  },
  'curator.reported': {
    label: { nl: 'Verslag curator ingediend', en: "Curator's report filed" },
    needs: [needs.timeGoesForward, needs.fileOpen, needs.curatorAppointed],
    tries: ofEachCurator,
    records: (facts, { curator }, { on }) =>
      ofCurator(facts, asks.curatorMeant(facts, curator, ['appointed'])?.curator, {
        step: 'reported',
        reportedOn: on,
      }),
  },
  'curator.discharged': {
    label: { nl: 'Curator ontslagen', en: 'Curator discharged' },
    needs: [needs.timeGoesForward, needs.fileOpen, needs.curatorToDischarge],
    tries: ofEachCurator,
    records: (facts, { curator }) =>
      ofCurator(facts, asks.curatorMeant(facts, curator, ['appointed', 'reported'])?.curator, {
        step: 'discharged',
      }),
  },
};
