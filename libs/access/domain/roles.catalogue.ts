import type { Words } from '@bureau/kernel';

export interface RoleEntry {
  readonly label: Words;
  readonly basis: Words;
}

/** The hats people of the bureau wear; an account may wear several. What a role opens stands in the policy. */
export const ROLES = {
  coordinator: {
    label: { nl: 'coördinator', en: 'coordinator' },
    basis: {
      nl: 'werkwijze van het mediationbureau: de coördinator leidt elke zaak van aanmelding tot sluiting',
      en: 'procedure of the mediation bureau: the coordinator leads every case from registration to closure',
    },
  },
  mediator: {
    label: { nl: 'mediator', en: 'mediator' },
    basis: {
      nl: 'MfN-mediationreglement; opdracht in de eigen zaak',
      en: 'MfN mediation rules; assigned to the own case',
    },
  },
  jurist: {
    label: { nl: 'jurist', en: 'legal adviser' },
    basis: {
      nl: 'eerste- en tweedelijns advies van het centrum, gescheiden van de mediation',
      en: 'first and second line advice of the centre, kept apart from the mediation',
    },
  },
  student: {
    label: { nl: 'werkstudent', en: 'working student' },
    basis: {
      nl: 'eerstelijns informatie onder toezicht van een jurist',
      en: 'first line information, supervised by a legal adviser',
    },
  },
  curator: {
    label: { nl: 'bijzondere curator', en: 'special curator' },
    basis: {
      nl: 'art. 1:250 BW: benoemd door de rechter voor het kind in de eigen zaak',
      en: 'art. 1:250 Dutch Civil Code: appointed by the judge for the child in the own case',
    },
  },
  director: {
    label: { nl: 'directeur', en: 'director' },
    basis: {
      nl: 'jaarverslag en verantwoording aan de subsidiegever',
      en: 'annual report and account to the funder',
    },
  },
  planner: {
    label: { nl: 'planner', en: 'planner' },
    basis: {
      nl: 'verdeelt zaken over behandelaars; ziet dat een conflictdossier bestaat, niet de inhoud',
      en: 'divides cases among handlers; sees that a conflict file exists, not its contents',
    },
  },
  admin: {
    label: { nl: 'beheerder', en: 'administrator' },
    basis: {
      nl: 'AVG art. 32: beheer van toegang, zonder inzage in zaken',
      en: 'GDPR art. 32: manages access, sees no cases',
    },
  },
} as const satisfies Record<string, RoleEntry>;

export type Role = keyof typeof ROLES;

export const isRole = (text: string): text is Role => Object.hasOwn(ROLES, text);
