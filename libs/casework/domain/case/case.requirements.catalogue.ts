import type { Words } from '@bureau/kernel';

/**
 * Why an event of a case can be refused. `state`: the case is not there yet, or no longer (409). `rule`: what was sent
 * cannot be right, whatever the state (422). Words may name a field of the event as `{field}`.
 */
export interface CaseRequirementEntry {
  readonly about: 'state' | 'rule';
  readonly words: Words;
  readonly basis: string;
}

const HOUSE = 'House rule';
const REPORT_2025 = 'Annual report 2025';
const CONSENT = 'GDPR art. 6(1)(a) and 9(2)(a): the caller agrees to what is shared';

const about =
  (kind: CaseRequirementEntry['about']) =>
  (nl: string, en: string, basis: string): CaseRequirementEntry => ({
    about: kind,
    words: { nl, en },
    basis,
  });
const state = about('state');
const rule = about('rule');

export const CASE_REQUIREMENTS = {
  'case-open': state(
    'De zaak is gesloten of overgedragen. Heropen haar eerst, met een reden.',
    'The case is closed or handed over. Reopen it first, with a reason.',
    HOUSE,
  ),
  'case-closed': state('De zaak is niet gesloten.', 'The case is not closed.', HOUSE),
  'time-goes-forward': rule(
    'Het tijdstip ligt voor de vorige gebeurtenis van deze zaak.',
    'The moment lies before the previous event of this case.',
    HOUSE,
  ),
  'code-of-line': rule(
    'De code {code} hoort op deze dag niet bij deze lijn.',
    'The code {code} does not belong to this line on this day.',
    'Code lists of the annual reports 2021 and 2025',
  ),
  'role-fits-caller': rule(
    'De hoedanigheid {callerRole} past niet bij dit soort beller.',
    'The role {callerRole} does not fit this type of caller.',
    REPORT_2025,
  ),
  'not-in-future': rule('De dag ligt in de toekomst.', 'The day lies in the future.', HOUSE),
  'not-before-opening': rule(
    'De dag ligt voor de opening van de zaak.',
    'The day lies before the case was opened.',
    HOUSE,
  ),
  'children-born': rule('Een geboortedatum ligt in de toekomst.', 'A birth date lies in the future.', HOUSE),
  'closing-complete': rule(
    'Een gesloten zaak heeft een dag en een reden, een open zaak geen van beide.',
    'A closed case has a day and a reason, an open one neither.',
    HOUSE,
  ),
  'people-told-apart': rule('Twee personen hebben dezelfde sleutel.', 'Two people have the same key.', HOUSE),
  'something-to-revise': rule('Er is niets gewijzigd.', 'Nothing is changed.', HOUSE),
  'deputy-is-another': rule(
    'De behandelaar kan zichzelf niet vervangen.',
    'The handler cannot stand in for themselves.',
    HOUSE,
  ),
  'another-handler': rule(
    'De zaak is al bij deze behandelaar.',
    'The case is with this handler already.',
    HOUSE,
  ),
  'follow-up-waiting': state('Er staat geen opvolggesprek open.', 'No follow-up is waiting.', REPORT_2025),
  'follow-up-ahead': rule(
    'De nieuwe dag van het opvolggesprek ligt in het verleden.',
    'The new day of the follow-up lies in the past.',
    HOUSE,
  ),
  'is-line-2': rule(
    'Alleen een zaak van lijn 2 kan worden overgedragen.',
    'Only a case of line 2 can be handed over.',
    REPORT_2025,
  ),
  'is-international': rule(
    'Voor een overdracht moeten twee verschillende landen bekend zijn.',
    'A hand-over needs two different countries.',
    'Working method of the Mediation Bureau: cross-border family cases',
  ),
  'no-handover-under-way': state(
    'Er loopt al een overdracht van deze zaak.',
    'This case is being handed over already.',
    HOUSE,
  ),
  'handover-waiting': state(
    'Deze overdracht wacht niet op het mediationbureau.',
    'This hand-over is not waiting for the mediation bureau.',
    HOUSE,
  ),
  'handover-asked-back': state(
    'Het mediationbureau heeft over deze overdracht niets gevraagd.',
    'The mediation bureau has asked nothing about this hand-over.',
    HOUSE,
  ),
  'handover-under-way': state(
    'Over deze overdracht is al beslist.',
    'This hand-over has been decided already.',
    HOUSE,
  ),
  'consent-not-in-future': rule(
    'De toestemming kan niet in de toekomst zijn gegeven.',
    'Consent cannot have been given in the future.',
    CONSENT,
  ),
  'consent-not-before-opening': rule(
    'De toestemming is van voor de opening van de zaak.',
    'The consent is from before the case was opened.',
    CONSENT,
  ),
} as const satisfies Record<string, CaseRequirementEntry>;

export type CaseRequirement = keyof typeof CASE_REQUIREMENTS;
