import type { Words } from '@bureau/kernel';
import type { Reach } from './doors.policy';
import type { Role } from './roles.catalogue';

export interface EventGrant {
  /** Types of events of a mediation request; '*' is every one there is or will be. */
  readonly events: '*' | readonly string[];
  readonly relation: Reach;
  readonly basis: Words;
}

const nothing: EventGrant = {
  events: [],
  relation: 'own',
  basis: {
    nl: 'heeft geen taak in een mediation (AVG art. 5 lid 1 onder f)',
    en: 'has no task in a mediation (GDPR art. 5(1)(f))',
  },
};

/** Who may tell the bureau that something has happened in a mediation request. */
export const EVENTS_BY_ROLE = {
  coordinator: {
    events: '*',
    relation: 'any',
    basis: {
      nl: 'werkwijze van het mediationbureau: de coördinator leidt elke zaak',
      en: 'procedure of the mediation bureau: the coordinator leads every case',
    },
  },
  mediator: {
    events: [
      'mediators.accepted',
      'mediators.declined',
      'intake.held',
      'screening.completed',
      'child_interview.report_delivered',
      'session.held',
      'session.moved',
      'session.cancelled',
      'interim_contact.agreed',
      'agreement.drafted',
      'outcome.recorded',
    ],
    relation: 'own',
    basis: {
      nl: 'MfN-mediationreglement: de mediator leidt de gesprekken van de eigen zaak',
      en: 'MfN mediation rules: the mediator conducts the sessions of the own case',
    },
  },
  curator: {
    events: ['curator.accepted', 'curator.declined', 'curator.reported'],
    relation: 'own',
    basis: {
      nl: 'art. 1:250 BW: de eigen benoeming en het eigen verslag',
      en: 'art. 1:250 Dutch Civil Code: the own appointment and the own report',
    },
  },
  jurist: nothing,
  student: nothing,
  director: nothing,
  planner: nothing,
  admin: nothing,
} as const satisfies Record<Role, EventGrant>;

export const eventsOf = (role: Role): EventGrant => EVENTS_BY_ROLE[role];
