import type { PlainDate, Words } from '@bureau/kernel';

/** The two lines of the advice desk. */
export const LINES = {
  1: {
    label: { nl: 'Lijn 1', en: 'Line 1' },
    basis: 'Annual report 2025: travel consent, answered by working students',
  },
  2: {
    label: { nl: 'Lijn 2', en: 'Line 2' },
    basis: 'Annual report 2025: substantive advice by jurists, whoever calls',
  },
} as const satisfies Record<number, { readonly label: Words; readonly basis: string }>;

export type Line = keyof typeof LINES;

/** Days on which a code may be given to a new case of a line; null is open at that end. */
export interface Validity {
  readonly line: Line;
  readonly from: PlainDate | null;
  readonly until: PlainDate | null;
}

export interface CaseCodeEntry {
  readonly label: Words;
  readonly basis: string;
  /** When and on which line a new case may get it. */
  readonly valid: readonly Validity[];
  /** What the report of 2021 called it, where that differs. */
  readonly in2021?: string;
}

const REPORT_2021 = 'Annual report 2021';
const REPORT_2025 = 'Annual report 2025';
const BOTH = 'Annual reports 2021 and 2025';

/**
 * The reports print two lists, not the day on which one followed the other. We take the turn of the year after the
 * older report: an old register that says otherwise is taken as it is.
 */
const LAST_OF_OLD_LIST = '2021-12-31' as PlainDate;
const FIRST_OF_NEW_LIST = '2022-01-01' as PlainDate;

/** Line 1 took every subject until third parties were moved to line 2. */
const oldLine1: Validity = { line: 1, from: null, until: LAST_OF_OLD_LIST };
const oldLine2: Validity = { line: 2, from: null, until: LAST_OF_OLD_LIST };
const newLine2: Validity = { line: 2, from: FIRST_OF_NEW_LIST, until: null };
const line1: Validity = { line: 1, from: null, until: null };
const line2: Validity = { line: 2, from: null, until: null };

const entry = (
  nl: string,
  en: string,
  basis: string,
  valid: readonly Validity[],
  in2021?: string,
): CaseCodeEntry => ({ label: { nl, en }, basis, valid, ...(in2021 && { in2021 }) });

/** What a case is about, by the lists of both reports. */
export const CASE_CODES = {
  international_child_abduction: entry(
    'Internationale kinderontvoering',
    'International child abduction',
    BOTH,
    [oldLine1, line2],
    'Ontvoering',
  ),
  abduction_within_kingdom: entry(
    'Ontvoering binnen het Koninkrijk',
    'Abduction within the Kingdom',
    REPORT_2021,
    [oldLine1, oldLine2],
  ),
  domestic_contact_non_compliance: entry(
    'Niet-nakoming omgang binnenland',
    'Non-compliance with domestic contact',
    BOTH,
    [oldLine1, line2],
    'Binnenlandse ontvoering/omgang',
  ),
  abduction_by_relative: entry('Ontvoering door familie', 'Abduction by a relative', BOTH, [oldLine1, line2]),
  prevention: entry('Preventie', 'Prevention', BOTH, [oldLine1, line2]),
  international_contact: entry(
    'Internationale omgangsregeling',
    'International contact arrangement',
    BOTH,
    [oldLine1, line2],
    'Internationale omgang',
  ),
  relocation_consent: entry(
    'Toestemming voor vertrek',
    'Consent to relocation',
    BOTH,
    [oldLine1, line2],
    'Toestemming vertrek',
  ),
  holiday_consent: entry(
    'Toestemming voor vakantie',
    'Consent to a holiday',
    BOTH,
    [line1],
    'Toestemming vakantie',
  ),
  holiday_consent_refused: entry(
    'Geen toestemming voor vakantie',
    'No consent to a holiday',
    BOTH,
    [line2],
    'Toestemming vakantie (complex)',
  ),
  lawful_removal: entry('Geoorloofde overbrenging', 'Lawful removal', BOTH, [oldLine1, line2]),
  refuting_threat: entry('Weerleggen dreiging', 'Refuting a threat', REPORT_2021, [oldLine1, oldLine2]),
  international_child_protection: entry(
    'Internationale kinderbescherming',
    'International child protection',
    REPORT_2025,
    [newLine2],
  ),
  missing_child_116000: entry(
    'Vermissing: hotline 116000',
    'Missing child: hotline 116000',
    BOTH,
    [oldLine1, line2],
    'Vermissing',
  ),
  other_advice: entry('Overig advies', 'Other advice', BOTH, [oldLine1, line2], 'Algemeen advies'),
  advice_not_netherlands: entry('Advies niet Nederlands', 'Advice not on Dutch law', REPORT_2025, [newLine2]),
  no_substantive_advice: entry(
    'Niet tot inhoudelijk advies gekomen',
    'No substantive advice given',
    REPORT_2025,
    [newLine2],
  ),
  abandonment: entry('Achterlating', 'Abandonment abroad', REPORT_2025, [newLine2]),
  custody_question: entry('Gezagsvragen', 'Custody questions', REPORT_2025, [newLine2]),
} as const satisfies Record<string, CaseCodeEntry>;

export type CaseCode = keyof typeof CASE_CODES;
export const CASE_CODE_NAMES = Object.keys(CASE_CODES) as readonly CaseCode[];

/** Whether the code was ever one of that line: what an old register may hold. */
export const isCodeOfLine = (code: CaseCode, line: Line): boolean =>
  CASE_CODES[code].valid.some((valid) => valid.line === line);

/** Whether a case opened on that day may get the code. */
export const isCodeValid = (code: CaseCode, line: Line, on: PlainDate): boolean =>
  CASE_CODES[code].valid.some(
    (valid) =>
      valid.line === line &&
      (valid.from === null || valid.from <= on) &&
      (valid.until === null || on <= valid.until),
  );

/** The codes that a case opened on that day may get on that line, in the order of the list. */
export const codesOn = (line: Line, on: PlainDate): readonly CaseCode[] =>
  CASE_CODE_NAMES.filter((code) => isCodeValid(code, line, on));
