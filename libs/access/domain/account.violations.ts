import type { Words } from '@bureau/kernel';

const HOUSE: Words = { nl: 'huisregel van het bureau', en: 'house rule of the bureau' };
const NIST: Words = {
  nl: 'NIST SP 800-63B: lengte telt, regels over soorten tekens niet',
  en: 'NIST SP 800-63B: length counts, rules about kinds of characters do not',
};

/** What can be wrong with an account that somebody wants to make. */
export const ACCOUNT_VIOLATIONS = {
  'username-shape': {
    words: {
      nl: 'Een gebruikersnaam heeft 2 tot 60 tekens: letters a-z, cijfers, punt, streepje en liggend streepje.',
      en: 'A username has 2 to 60 characters: letters a-z, digits, dot, hyphen and underscore.',
    },
    basis: HOUSE,
  },
  'display-name-shape': {
    words: {
      nl: 'Een weergavenaam heeft 1 tot 120 tekens op één regel.',
      en: 'A display name has 1 to 120 characters on one line.',
    },
    basis: HOUSE,
  },
  'role-missing': {
    words: {
      nl: 'Een account heeft ten minste één rol; zonder rol opent het niets.',
      en: 'An account has at least one role; without a role it opens nothing.',
    },
    basis: HOUSE,
  },
  'role-unknown': {
    words: {
      nl: 'Deze rol bestaat niet; kies uit de rollen van het bureau.',
      en: 'There is no such role; choose from the roles of the bureau.',
    },
    basis: HOUSE,
  },
  'language-unknown': {
    words: { nl: 'De taal is nl of en.', en: 'The language is nl or en.' },
    basis: HOUSE,
  },
  'person-shape': {
    words: {
      nl: 'Het kenmerk van de persoon in de pool heeft 1 tot 120 tekens op één regel.',
      en: 'The id of the person in the pool has 1 to 120 characters on one line.',
    },
    basis: HOUSE,
  },
  'senior-not-coordinator': {
    words: {
      nl: 'Alleen een coördinator kan senior coördinator zijn.',
      en: 'Only a coordinator can be senior coordinator.',
    },
    basis: HOUSE,
  },
  'password-too-short': {
    words: {
      nl: 'Een wachtwoord heeft ten minste 12 tekens.',
      en: 'A password has at least 12 characters.',
    },
    basis: NIST,
  },
  'password-too-long': {
    words: {
      nl: 'Een wachtwoord heeft ten hoogste 200 tekens.',
      en: 'A password has at most 200 characters.',
    },
    basis: NIST,
  },
} as const satisfies Record<string, { readonly words: Words; readonly basis: Words }>;

export type ViolationCode = keyof typeof ACCOUNT_VIOLATIONS;

/** One reason why an account cannot be made like this, ready to be read out. */
export interface Violation {
  readonly code: ViolationCode;
  readonly words: Words;
  readonly basis: Words;
}

export const violation = (code: ViolationCode): Violation => ({ code, ...ACCOUNT_VIOLATIONS[code] });
