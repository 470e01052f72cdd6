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
      nl: 'Gebruikersnaam en wachtwoord horen niet bij elkaar, de code klopt niet of is al gebruikt, of het account is uitgeschakeld. Kunt u er niet in, vraag de beheerder om een nieuw wachtwoord.',
      en: 'Username and password do not belong together, the code is wrong or was used before, or the account is disabled. If you cannot get in, ask the administrator for a new password.',
    },
  },
  'second-factor-needed': {
    status: 401,
    title: { nl: 'Nog een code nodig', en: 'A code is needed too' },
    detail: {
      nl: 'Meld u opnieuw aan met daarbij `code`: de zes cijfers van uw authenticator, of een herstelcode.',
      en: 'Log in again with `code` besides: the six digits of your authenticator, or a recovery code.',
    },
  },
  'second-factor-owed': {
    status: 403,
    title: { nl: 'Eerst een tweede factor', en: 'A second factor first' },
    detail: {
      nl: 'Uw rol vraagt om een tweede factor. Stel hem in met POST /api/session/second-factor; tot dan is al het andere gesloten.',
      en: 'Your role asks for a second factor. Set it up with POST /api/session/second-factor; until then all else is closed.',
    },
  },
  'second-factor-there': {
    status: 409,
    title: { nl: 'Er is al een tweede factor', en: 'There is a second factor already' },
    detail: {
      nl: 'Er is niets veranderd. Verwijder de huidige eerst; bent u die kwijt, vraag het de beheerder.',
      en: 'Nothing was changed. Remove the one you have first; if you lost it, ask the administrator.',
    },
  },
  'nothing-to-confirm': {
    status: 409,
    title: { nl: 'Niets te bevestigen', en: 'Nothing to confirm' },
    detail: {
      nl: 'Er is geen tweede factor begonnen, of hij is al bevestigd. Begin met POST /api/session/second-factor.',
      en: 'No second factor was begun, or it was confirmed already. Begin with POST /api/session/second-factor.',
    },
  },
  'wrong-code': {
    status: 422,
    title: { nl: 'Code onjuist', en: 'Code wrong' },
    detail: {
      nl: 'Dit is niet de code van nu; er is niets veranderd. Kijk of de klok van uw telefoon goed staat.',
      en: 'This is not the code of now; nothing was changed. See whether the clock of your telephone is right.',
    },
  },
  'not-proven': {
    status: 422,
    title: { nl: 'Wachtwoord of code onjuist', en: 'Password or code wrong' },
    detail: {
      nl: 'Het wachtwoord of de code klopt niet, of de code is al gebruikt; er is niets veranderd.',
      en: 'The password or the code is not right, or the code was used before; nothing was changed.',
    },
  },
  'no-such-device': {
    status: 404,
    title: { nl: 'Geen apparaat van u', en: 'No device of yours' },
    detail: {
      nl: 'U bent daar niet (meer) aangemeld.',
      en: 'You are not logged in there (any more).',
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
