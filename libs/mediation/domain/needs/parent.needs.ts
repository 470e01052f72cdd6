import * as asks from '../request/request.questions';
import { always, need, type OfParent, type Sent } from './need';

/* One parent: talk, screening, signature, funding, intake. */

export const parentWilling = need<OfParent>(
  'parent-willing',
  (facts, { parent }) => facts.parents[parent].talk?.outcome === 'willing',
);
export const parentScreened = need<OfParent>(
  'parent-screened',
  (facts, { parent }) => facts.parents[parent].screenings.information_talk !== undefined,
);
export const roundTalkHeld = need<OfParent & { readonly round: 'information_talk' | 'intake' }>(
  'round-talk-held',
  (facts, { parent, round }) => facts.parents[parent][round === 'intake' ? 'intake' : 'talk'] !== null,
);
export const secondReviewer = need<OfParent & Sent & { readonly result: string }>(
  'second-reviewer',
  (facts, { parent, result, stamp }) => {
    const { noGo } = facts.parents[parent];
    // An old register that names nobody cannot be held against the family; over the counter somebody is always named.
    return noGo === null || result === 'no_go' || stamp.actor === null || stamp.actor !== noGo.by;
  },
);
export const noOpenNoGo = always('no-open-no-go', (facts) => !asks.hasOpenNoGo(facts));
export const notSignedYet = need<OfParent>(
  'not-signed-yet',
  ({ parents }, { parent }) => !parents[parent].signedOn,
);
export const parentSigned = need<OfParent>(
  'parent-signed',
  ({ parents }, { parent }) => !!parents[parent].signedOn,
);
export const bothSigned = always('both-signed', asks.bothSigned);
export const notFundedYet = need<OfParent>(
  'not-funded-yet',
  ({ parents }, { parent }) => !parents[parent].fundedOn,
);
export const bothFunded = always('both-funded', (facts) =>
  asks.bothParents(facts, (key) => facts.parents[key].fundedOn !== null),
);
export const intakeNotSuitableYet = need<OfParent>(
  'intake-not-suitable-yet',
  ({ parents }, { parent }) => parents[parent].intake?.result !== 'suitable',
);
export const bothIntakesSuitable = always('both-intakes-suitable', (facts) =>
  asks.bothParents(facts, (key) => facts.parents[key].intake?.result === 'suitable'),
);
export const evaluationNotSent = need<OfParent>(
  'evaluation-not-sent',
  ({ parents }, { parent }) => parents[parent].evaluationSentOn === null,
);
