import type { Words } from '@bureau/kernel';

/** One code of the bureau's vocabulary. Codes never change meaning; they are retired, not deleted. */
export interface CodeEntry {
  readonly label: Words;
  /** Where the code comes from: annual report, statute, or house rule. */
  readonly basis: string;
  readonly retired?: true;
}

const entry = (nl: string, en: string, basis: string): CodeEntry => ({ label: { nl, en }, basis });

const REPORT_2021 = 'Annual report 2021';
const REPORT_2025 = 'Annual report 2025';
const HOUSE = 'House rule';
const METHOD = 'Working method of the Mediation Bureau';

export const KINDS = {
  IKO: entry('Internationale kinderontvoering', 'International child abduction', REPORT_2025),
  NIKO: entry('Andere grensoverschrijdende familiezaak', 'Other cross-border family case', REPORT_2025),
} as const satisfies Record<string, CodeEntry>;

export const SOURCES = {
  court: entry('Rechtbank', 'Court', REPORT_2025),
  central_authority: entry('Centrale autoriteit', 'Central Authority', REPORT_2025),
  appeal_court: entry('Gerechtshof', 'Court of appeal', REPORT_2025),
  lawyer: entry('Advocaat', 'Lawyer', REPORT_2025),
  parent: entry('Ouder', 'Parent', REPORT_2025),
  youth_care: entry('Jeugdzorg', 'Youth care', REPORT_2025),
  jurist: entry('Jurist Centrum IKO', 'Jurist of the advice desk', REPORT_2025),
} as const satisfies Record<string, CodeEntry>;

export const LEGAL_PHASES = {
  pre_litigation: entry('Voorfase', 'Before litigation', HOUSE),
  district_court: entry('Rechtbank', 'District court', HOUSE),
  appeal: entry('Hoger beroep', 'Appeal', HOUSE),
  post_decision: entry('Na de uitspraak', 'After the decision', HOUSE),
  none: entry('Geen procedure', 'No proceedings', HOUSE),
} as const satisfies Record<string, CodeEntry>;

export const RELATIONS = {
  mother: entry('Moeder', 'Mother', REPORT_2025),
  father: entry('Vader', 'Father', REPORT_2025),
  other: entry('Ander', 'Other', REPORT_2025),
} as const satisfies Record<string, CodeEntry>;

export const PARENT_ROLES = {
  left_behind: entry('Achterblijvende ouder', 'Left-behind parent', REPORT_2025),
  taking: entry('Meenemende ouder', 'Taking parent', REPORT_2025),
  parent: entry('Ouder', 'Parent', REPORT_2025),
} as const satisfies Record<string, CodeEntry>;

export const HEARING_DECISIONS = {
  yes: entry('Ja', 'Yes', METHOD),
  no: entry('Nee', 'No', METHOD),
  undecided: entry('Wil nadenken', 'Wants to think', METHOD),
} as const satisfies Record<string, CodeEntry>;

export const TALK_OUTCOMES = {
  willing: entry('Bereid', 'Willing', METHOD),
  declined: entry('Ziet af', 'Declined', METHOD),
  undecided: entry('Nog niet beslist', 'Undecided', METHOD),
} as const satisfies Record<string, CodeEntry>;

export const INTAKE_RESULTS = {
  suitable: entry('Geschikt', 'Suitable', METHOD),
  unsuitable: entry('Niet geschikt', 'Unsuitable', METHOD),
} as const satisfies Record<string, CodeEntry>;

export const FUNDING_SOURCES = {
  payment: entry('Betaald', 'Paid', METHOD),
  legal_aid: entry('Toevoeging', 'Legal-aid grant', 'Besluit toevoeging mediation'),
  waived: entry('Kwijtgescholden', 'Waived', HOUSE),
} as const satisfies Record<string, CodeEntry>;

export const SESSION_MODES = {
  on_site: entry('Op locatie', 'On site', METHOD),
  online: entry('Online', 'Online', REPORT_2021),
  hybrid: entry('Deels online', 'Hybrid', HOUSE),
} as const satisfies Record<string, CodeEntry>;

export const AGREEMENTS = {
  full: entry('Volledige overeenkomst', 'Full agreement', REPORT_2025),
  mirror: entry('Spiegelovereenkomst', 'Mirror agreement', REPORT_2021),
  partial: entry('Deelovereenkomst', 'Partial agreement', REPORT_2021),
  interim: entry('Tijdelijke afspraken', 'Interim agreement', HOUSE),
} as const satisfies Record<string, CodeEntry>;

export const COMMUNICATION_EFFECTS = {
  better: entry('Beter', 'Better', REPORT_2021),
  same: entry('Gelijk', 'Same', REPORT_2021),
  worse: entry('Slechter', 'Worse', REPORT_2021),
} as const satisfies Record<string, CodeEntry>;

export const TOPIC_RESULTS = {
  agreed: entry('Eens', 'Agreed', HOUSE),
  partly: entry('Deels eens', 'Partly agreed', HOUSE),
  not: entry('Niet eens', 'Not agreed', HOUSE),
  not_discussed: entry('Niet besproken', 'Not discussed', HOUSE),
} as const satisfies Record<string, CodeEntry>;

export const RESULT_ADDRESSEES = {
  court: entry('Rechtbank', 'Court', METHOD),
  central_authority: entry('Centrale autoriteit', 'Central Authority', METHOD),
  counsel: entry('Advocaten', 'Counsel', METHOD),
} as const satisfies Record<string, CodeEntry>;

export const NOT_STARTED_REASONS = {
  declined_at_hearing: entry('Afgewezen ter regiezitting', 'Declined at the directions hearing', REPORT_2025),
  parent_declined: entry('Ouder ziet af', 'A parent declined', HOUSE),
  regretted_yes: entry('Te snel ja gezegd', 'Said yes too easily', REPORT_2021),
  financial: entry('Financieel', 'Financial', REPORT_2021),
  counsel_discouraged: entry('Afgeraden door advocaat', 'Discouraged by counsel', REPORT_2021),
  information_late: entry('Informatie te laat', 'Information came too late', REPORT_2021),
  payment_late: entry('Betaling te laat', 'Payment came too late', REPORT_2021),
  screened_out: entry('Ongeschikt bij screening', 'Screened out', HOUSE),
  unreachable: entry('Niet bereikbaar', 'Unreachable', HOUSE),
  no_mediators: entry('Geen mediators beschikbaar', 'No mediators available', HOUSE),
  no_time_before_hearing: entry('Geen tijd voor de zitting', 'No time before the hearing', HOUSE),
  settled_otherwise: entry('Anders opgelost', 'Settled otherwise', HOUSE),
  case_withdrawn: entry('Zaak ingetrokken', 'Case withdrawn', HOUSE),
  other: entry('Anders', 'Other', HOUSE),
} as const satisfies Record<string, CodeEntry>;

export const AFTER_INTAKE_REASONS = {
  unsuitable: entry('Niet geschikt gebleken', 'Found unsuitable', REPORT_2021),
  safety: entry('Veiligheid', 'Safety', HOUSE),
  withdrawn: entry('Ingetrokken', 'Withdrawn', HOUSE),
  other: entry('Anders', 'Other', HOUSE),
} as const satisfies Record<string, CodeEntry>;

export const NO_AGREEMENT_REASONS = {
  emotions_too_high: entry('Emoties te hoog', 'Emotions too high', REPORT_2025),
  opposed_positions: entry('Standpunten lijnrecht tegenover elkaar', 'Opposed positions', REPORT_2025),
  family_influence: entry('Invloed van familie', 'Influence of family', REPORT_2025),
  counsel_influence: entry('Invloed van advocaat', 'Influence of counsel', REPORT_2025),
  different_expectations: entry('Verschillende verwachtingen', 'Different expectations', REPORT_2025),
  late_stage_of_conflict: entry('Conflict te ver gevorderd', 'Late stage of the conflict', REPORT_2025),
  case_complexity: entry('Complexiteit van de zaak', 'Complexity of the case', REPORT_2025),
  remote_instead_of_onsite: entry('Op afstand in plaats van samen', 'Remote instead of on site', REPORT_2021),
  travel_or_contact_restrictions: entry(
    'Reis- of contactbeperking',
    'Travel or contact restrictions',
    REPORT_2021,
  ),
  doubt_other_keeps_arrangements: entry(
    'Twijfel of de ander afspraken nakomt',
    'Doubt that the other keeps arrangements',
    REPORT_2021,
  ),
  no_specialised_counsel: entry('Geen gespecialiseerde advocaat', 'No specialised counsel', REPORT_2021),
  foreign_counsel: entry('Buitenlandse advocaat', 'Foreign counsel', REPORT_2021),
  time_ran_out: entry('Tijd op', 'Time ran out', HOUSE),
  child_report_changed_position: entry(
    'Kindverslag veranderde standpunt',
    "Child's report changed positions",
    HOUSE,
  ),
  safety: entry('Veiligheid', 'Safety', HOUSE),
  other: entry('Anders', 'Other', HOUSE),
} as const satisfies Record<string, CodeEntry>;

/** One reading of every list of codes: for schemas, forms and texts alike. */
export const codesOf = <T extends Record<string, CodeEntry>>(
  catalogue: T,
): [keyof T & string, ...(keyof T & string)[]] =>
  Object.keys(catalogue) as [keyof T & string, ...(keyof T & string)[]];
