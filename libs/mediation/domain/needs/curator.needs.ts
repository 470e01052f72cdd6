import * as asks from '../request/request.questions';
import { always, need, type OfChildren, only } from './need';
import { hasNoOtherRole } from './one-role';
import type { RequirementCode } from '../request/requirements.catalogue';

/* The special curator. */

export const childOfCuratorAge = always(
  'child-of-curator-age',
  (facts) => asks.childrenOfCuratorAge(facts).length > 0,
);
export const knownChildren = need<OfChildren>('known-children', (facts, { children }) =>
  only(children, facts.children),
);
export const childrenOfCuratorAge = need<OfChildren>('children-of-curator-age', (facts, { children }) =>
  only(children, asks.childrenOfCuratorAge(facts)),
);
export const childrenWithoutCurator = need<OfChildren>('children-without-curator', (facts, { children }) =>
  only(
    children.filter((child) => facts.children.some(({ key }) => key === child)),
    facts.children.filter(
      // Discharged after the decision, a curator makes way for another one in appeal.
      ({ key }) =>
        !asks
          .liveCurators(facts)
          .some(({ step, children: theirs }) => step !== 'discharged' && theirs.includes(key)),
    ),
  ),
);
export const curatorInOneRole = need<{ readonly curator: string }>(
  'one-role-per-family',
  (facts, { curator }) => hasNoOtherRole(facts, curator, 'curator'),
);
const curatorAt = (code: RequirementCode, steps: readonly string[]) =>
  need<{ readonly curator?: string }>(
    code,
    (facts, { curator }) => asks.curatorMeant(facts, curator, steps) !== null,
  );
export const curatorAsked = curatorAt('curator-asked', ['asked']);
export const curatorAskedOrAccepted = curatorAt('curator-asked-or-accepted', ['asked', 'accepted']);
export const curatorAccepted = curatorAt('curator-accepted', ['accepted']);
export const curatorAppointed = curatorAt('curator-appointed', ['appointed']);
export const curatorToDischarge = curatorAt('curator-appointed', ['appointed', 'reported']);
export const curatorAtRest = always('curator-at-rest', asks.isCuratorTrackAtRest);
