import { ageInYears } from '@bureau/kernel';
import { PARENT_KEYS, type EventOf, type Stamp } from '../vocabulary/events';
import type { RequirementCode } from './requirements.catalogue';
import { areInOrder } from '../needs/court.needs';

type Registration = EventOf<'request.registered'>;

/** What a registration must satisfy before there is a request at all. */
const REGISTRATION_NEEDS: readonly (readonly [
  RequirementCode,
  (event: Registration, stamp: Stamp) => boolean,
])[] = [
  [
    'two-parents',
    ({ parents }) => parents.length === 2 && PARENT_KEYS.every((key) => parents.some((p) => p.key === key)),
  ],
  ['opposed-roles', ({ parents: [a, b] }) => a?.role !== b?.role || a?.role === 'parent'],
  ['child-keys-unique', ({ children }) => new Set(children.map(({ key }) => key)).size === children.length],
  ['children-born', ({ children }, { on }) => children.every(({ birthDate }) => birthDate <= on)],
  [
    'child-under-18',
    ({ children }, { on }) => children.some(({ birthDate }) => ageInYears(birthDate, on) < 18),
  ],
  ['court-dates-in-order', ({ court }) => areInOrder(court ?? {})],
];

/** The codes of every need that a registration does not meet; empty when it may stand. */
export const unmetByRegistration = (event: Registration, stamp: Stamp): RequirementCode[] =>
  REGISTRATION_NEEDS.filter(([, met]) => !met(event, stamp)).map(([code]) => code);
