import type { Words } from '@bureau/kernel';
import type { Role } from './roles.catalogue';

/** How far a role reaches through a door: to every file, or to files it has a part in. */
export type Reach = 'any' | 'own';

export interface Grant {
  readonly reach: Reach;
  readonly basis: Words;
}

export interface DoorEntry {
  readonly label: Words;
  /** A role that is not named never passes. */
  readonly grants: Readonly<Partial<Record<Role, Grant>>>;
}

const MATRIX = { nl: 'autorisatiematrix van het bureau', en: 'authorisation matrix of the bureau' };
const of = (reach: Reach, basis: Words): Grant => ({
  reach,
  basis: { nl: `${MATRIX.nl}; ${basis.nl}`, en: `${MATRIX.en}; ${basis.en}` },
});

const leads = of('any', { nl: 'leidt elke zaak', en: 'leads every case' });
const ownCase = of('own', {
  nl: 'MfN-mediationreglement art. 7: alleen de mediators van de zaak',
  en: 'MfN mediation rules art. 7: only the mediators of the case',
});
const ownChild = of('own', {
  nl: 'art. 1:250 BW: wat de taak voor het kind vraagt, niet meer (AVG art. 5 lid 1 onder c)',
  en: 'art. 1:250 Dutch Civil Code: what the task for the child needs, no more (GDPR art. 5(1)(c))',
});
const adviser = of('any', {
  nl: 'advies en mediation zijn gescheiden; alleen de stand (AVG art. 5 lid 1 onder c)',
  en: 'advice and mediation are kept apart; status only (GDPR art. 5(1)(c))',
});
const plans = of('any', {
  nl: 'verdeelt het werk; weet dat een dossier bestaat, niet wat erin staat (AVG art. 5 lid 1 onder c)',
  en: 'divides the work; knows that a file exists, not what is in it (GDPR art. 5(1)(c))',
});
const checks = of('any', {
  nl: 'jaarverslag 2025: een conflictzaak wordt herkend voordat iemand iets leest',
  en: 'annual report 2025: a conflict case is recognised before anybody reads anything',
});
const emergency = of('any', {
  nl: 'NEN 7513: noodtoegang met reden, melding en beoordeling door een ander',
  en: 'NEN 7513: emergency access with a reason, an alert and a review by somebody else',
});
const deskExists = of('any', {
  nl: 'weet dat een zaak van de helpdesk bestaat; de inhoud alleen van eigen zaken of de eigen lijn',
  en: 'knows that a case of the desk exists; content of own cases or the own line only',
});
const deskOpens = of('any', {
  nl: 'jaarverslag 2025: lijn 1 door studenten, lijn 2 door juristen',
  en: 'annual report 2025: line 1 by students, line 2 by jurists',
});
const caseOwn = of('own', {
  nl: 'wie de zaak behandelt of waarneemt (AVG art. 5 lid 1 onder f)',
  en: 'who handles the case or stands in (GDPR art. 5(1)(f))',
});
const accounts = of('any', { nl: 'AVG art. 32', en: 'GDPR art. 32' });
const publicMoney = of('any', {
  nl: 'verantwoording aan de subsidiegever; alleen aantallen',
  en: 'account to the funder; counts only',
});
const ownDesk = of('own', {
  nl: 'advies en mediation zijn gescheiden; alleen de eigen taken van het adviespunt',
  en: 'advice and mediation are kept apart; only the own tasks of the advice desk',
});
const oneself = of('any', { nl: 'eigen gegevens', en: 'own data' });

/** Every door of the program and who passes it. Whoever is not named here is refused. */
export const POLICY = {
  'session.own': {
    label: { nl: 'eigen sessie', en: 'own session' },
    grants: {
      coordinator: oneself,
      mediator: oneself,
      jurist: oneself,
      student: oneself,
      curator: oneself,
      director: oneself,
      planner: oneself,
      admin: oneself,
    },
  },
  'request.register': {
    label: { nl: 'mediationverzoek aanmelden', en: 'register a mediation request' },
    grants: { coordinator: leads },
  },
  'request.view': {
    label: { nl: 'mediationverzoek inzien', en: 'view a mediation request' },
    grants: { coordinator: leads, mediator: ownCase },
  },
  'request.view.dates': {
    label: { nl: 'data van een mediationverzoek inzien', en: 'view the dates of a mediation request' },
    grants: { coordinator: leads, mediator: ownCase, curator: ownChild },
  },
  'request.view.status': {
    label: { nl: 'stand van een mediationverzoek inzien', en: 'view the status of a mediation request' },
    grants: { coordinator: leads, mediator: ownCase, jurist: adviser },
  },
  'request.history': {
    label: { nl: 'verloop van een mediationverzoek inzien', en: 'view the history of a mediation request' },
    grants: { coordinator: leads, mediator: ownCase },
  },
  'request.diagram': {
    label: { nl: 'schema van een mediationverzoek inzien', en: 'view the diagram of a mediation request' },
    grants: { coordinator: leads, mediator: ownCase },
  },
  'request.advance': {
    label: { nl: 'gebeurtenis vastleggen', en: 'record an event' },
    grants: { coordinator: leads, mediator: ownCase, curator: ownChild },
  },
  'worklist.view': {
    label: { nl: 'werklijst inzien', en: 'view the worklist' },
    grants: { coordinator: leads, mediator: ownCase },
  },
  'task.done': {
    label: { nl: 'taak afvinken', en: 'tick off a task' },
    grants: { coordinator: leads, mediator: ownCase, curator: ownChild, jurist: ownDesk, student: ownDesk },
  },
  'digest.own': {
    label: { nl: 'eigen dagoverzicht', en: 'own daily digest' },
    grants: {
      coordinator: oneself,
      mediator: oneself,
      curator: oneself,
      jurist: oneself,
      student: oneself,
    },
  },
  'case.list': {
    label: { nl: 'zaken van de helpdesk opzoeken', en: 'look up cases of the desk' },
    grants: { jurist: deskExists, student: deskExists, planner: plans },
  },
  'case.view': {
    label: { nl: 'zaak van de helpdesk inzien', en: 'view a case of the desk' },
    grants: { jurist: deskExists, student: deskExists, planner: plans },
  },
  'case.open': {
    label: { nl: 'zaak van de helpdesk openen', en: 'open a case of the desk' },
    grants: { jurist: deskOpens, student: deskOpens },
  },
  'case.work': {
    label: { nl: 'aan een zaak van de helpdesk werken', en: 'work on a case of the desk' },
    grants: { jurist: caseOwn, student: caseOwn },
  },
  'case.assign': {
    label: { nl: 'behandelaar of waarnemer aanwijzen', en: 'assign a handler or a deputy' },
    grants: { planner: plans },
  },
  'handover.offer': {
    label: { nl: 'zaak aan mediation overdragen', en: 'hand a case over to mediation' },
    grants: { jurist: caseOwn },
  },
  'handover.decide': {
    label: { nl: 'over een overdracht beslissen', en: 'decide about a hand-over' },
    grants: { coordinator: leads },
  },
  'information-request.register': {
    label: { nl: 'informatievraag vastleggen', en: 'register a question' },
    grants: { coordinator: leads },
  },
  'report.view': {
    label: { nl: 'jaarverslag inzien', en: 'view the annual report' },
    grants: { coordinator: publicMoney, director: publicMoney },
  },
  'conflict.check': {
    label: { nl: 'op conflicten controleren', en: 'check for conflicts' },
    grants: { coordinator: checks, jurist: checks, student: checks, planner: plans },
  },
  'conflict.decide': {
    label: { nl: 'over een mogelijk conflict beslissen', en: 'decide about a possible conflict' },
    grants: { planner: plans },
  },
  'glass.break': {
    label: { nl: 'een dossier in nood openen', en: 'open a file in an emergency' },
    grants: { coordinator: emergency, jurist: emergency },
  },
  'glass.review': {
    label: { nl: 'noodtoegang beoordelen', en: 'review emergency access' },
    grants: { planner: plans, admin: accounts },
  },
  'file.access.history': {
    label: { nl: 'inzien wie een dossier kon zien', en: 'see who could see a file' },
    grants: { planner: plans, admin: accounts },
  },
  'account.manage': {
    label: { nl: 'accounts beheren', en: 'manage accounts' },
    grants: { admin: accounts },
  },
  'queue.view': {
    label: { nl: 'openstaande taken van het programma inzien', en: 'view the jobs of the program' },
    grants: { coordinator: leads, admin: accounts },
  },
  'queue.retry': {
    label: { nl: 'mislukte taak opnieuw proberen', en: 'try a failed job again' },
    grants: { admin: accounts },
  },
  'health.detail': {
    label: { nl: 'toestand van het systeem inzien', en: 'view the state of the system' },
    grants: { admin: accounts },
  },
} as const satisfies Record<string, DoorEntry>;

export type DoorName = keyof typeof POLICY;
