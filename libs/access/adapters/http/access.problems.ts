import { HttpException } from '@nestjs/common';
import type { Language, Words } from '@bureau/kernel';

interface ProblemEntry {
  readonly status: number;
  readonly title: Words;
  readonly detail: Words;
}

/** The ways to be kept out. Codes are public and never change meaning. */
export const ACCESS_PROBLEMS = {
  'no-session': {
    status: 401,
    title: { nl: 'Niet aangemeld', en: 'Not logged in' },
    detail: {
      nl: 'Hiervoor is een aanmelding nodig, of de vorige is verlopen. Meld u aan en probeer het opnieuw.',
      en: 'This needs a login, or the last one has expired. Log in and try again.',
    },
  },
  'wrong-credentials': {
    status: 401,
    title: { nl: 'Aanmelden mislukt', en: 'Login failed' },
    detail: {
      nl: 'Gebruikersnaam en wachtwoord horen niet bij elkaar, of het account is uitgeschakeld. Kunt u er niet in, vraag de beheerder om een nieuw wachtwoord.',
      en: 'Username and password do not belong together, or the account is disabled. If you cannot get in, ask the administrator for a new password.',
    },
  },
  'wrong-password': {
    status: 422,
    title: { nl: 'Huidig wachtwoord onjuist', en: 'Current password wrong' },
    detail: {
      nl: 'Het huidige wachtwoord klopt niet; er is niets veranderd. Weet u het niet meer, vraag de beheerder om een nieuw.',
      en: 'The current password is not right; nothing was changed. If you no longer know it, ask the administrator for a new one.',
    },
  },
  'not-your-role': {
    status: 403,
    title: { nl: 'Niet uw rol', en: 'Not your role' },
    detail: {
      nl: 'De rollen van uw account openen deze deur niet. Hoort het bij uw werk, vraag de beheerder om de rol.',
      en: 'The roles of your account do not open this door. If it is part of your work, ask the administrator for the role.',
    },
  },
  'cross-site': {
    status: 403,
    title: { nl: 'Van een andere site', en: 'From another site' },
    detail: {
      nl: 'Een wijziging met een cookie moet van de eigen pagina komen: stuur application/json of X-Requested-With, en geen Origin van een andere host.',
      en: 'A change made with a cookie must come from our own page: send application/json or X-Requested-With, and no Origin of another host.',
    },
  },
  'too-many-attempts': {
    status: 429,
    title: { nl: 'Te veel pogingen', en: 'Too many attempts' },
    detail: {
      nl: 'Er is te vaak met deze naam aangemeld. Wacht zo lang als Retry-After zegt, in seconden.',
      en: 'There were too many logins with this name. Wait as long as Retry-After says, in seconds.',
    },
  },
} as const satisfies Record<string, ProblemEntry>;

export type AccessProblemCode = keyof typeof ACCESS_PROBLEMS;

/** The exception to throw; its response body is `{code, title, detail}`. */
export function accessProblem(code: AccessProblemCode, language: Language): HttpException {
  const { status, title, detail } = ACCESS_PROBLEMS[code];
  return new HttpException({ code, title: title[language], detail: detail[language] }, status);
}
