import type { Words } from '@bureau/kernel';
import type { CodeEntry } from '../vocabulary/codes.catalogue';

/** Each parent is screened apart and twice: at the information talk, and again at the intake. */
export const SCREENING_ROUNDS = {
  information_talk: { label: { nl: 'Informatiegesprek', en: 'Information talk' }, basis: 'House rule' },
  intake: { label: { nl: 'Intake', en: 'Intake' }, basis: 'House rule' },
} as const satisfies Record<string, CodeEntry>;
export type ScreeningRound = keyof typeof SCREENING_ROUNDS;

export const SCREENING_RESULTS = {
  go: { label: { nl: 'Kan door', en: 'Go' }, basis: 'House rule' },
  safeguards: { label: { nl: 'Kan door met waarborgen', en: 'Go with safeguards' }, basis: 'House rule' },
  no_go: { label: { nl: 'Niet veilig genoeg', en: 'No go' }, basis: 'House rule' },
} as const satisfies Record<string, CodeEntry>;
export type ScreeningResult = keyof typeof SCREENING_RESULTS;

/** What a safeguard asks of a planned session; null where only people can honour it. */
export interface SafeguardRule {
  readonly label: Words;
  readonly basis: string;
  readonly session: { readonly modes?: readonly string[]; readonly mostMinutes?: number } | null;
}

const BASIS = 'HCCH Guide to Good Practice on Mediation, ch. 10; house rule';

/** The safeguards that a screening can ask for. Other words are kept and shown, and honoured by people. */
export const SAFEGUARDS = {
  separate_rooms: {
    label: { nl: 'Aparte ruimtes (pendelen)', en: 'Separate rooms (shuttle)' },
    basis: BASIS,
    session: null,
  },
  separate_arrival: {
    label: { nl: 'Apart aankomen en vertrekken', en: 'Separate arrival and leaving' },
    basis: BASIS,
    session: null,
  },
  remote: {
    label: { nl: 'Op afstand, vanaf verschillende plaatsen', en: 'Remote, from different places' },
    basis: BASIS,
    session: { modes: ['online'] },
  },
  support_person: {
    label: { nl: 'Steunpersoon erbij', en: 'Support person present' },
    basis: BASIS,
    session: null,
  },
  lawyer_present: { label: { nl: 'Advocaat erbij', en: 'Lawyer present' }, basis: BASIS, session: null },
  security: { label: { nl: 'Beveiliging', en: 'Security' }, basis: BASIS, session: null },
  mixed_gender_team: {
    label: { nl: 'Mediators man en vrouw', en: 'Mixed-gender team' },
    basis: BASIS,
    session: null,
  },
  shorter_sessions: {
    label: { nl: 'Kortere sessies (hoogstens twee uur)', en: 'Shorter sessions (two hours at most)' },
    basis: BASIS,
    session: { mostMinutes: 120 },
  },
  code_word: { label: { nl: 'Codewoord', en: 'Code word' }, basis: BASIS, session: null },
} as const satisfies Record<string, SafeguardRule>;
export type Safeguard = keyof typeof SAFEGUARDS;

/** The rule behind a safeguard, or null when it is in the reviewer's own words. */
export const safeguardRule = (safeguard: string): SafeguardRule | null =>
  Object.hasOwn(SAFEGUARDS, safeguard) ? SAFEGUARDS[safeguard as Safeguard] : null;

/** Whether a planned session honours a safeguard, as far as its plan shows. */
export function honours(
  safeguard: string,
  session: { readonly mode: string; readonly minutes: number },
): boolean {
  const rule = safeguardRule(safeguard)?.session;
  if (!rule) return true;
  const modeFits = !rule.modes || rule.modes.includes(session.mode);
  return modeFits && (rule.mostMinutes === undefined || session.minutes <= rule.mostMinutes);
}
