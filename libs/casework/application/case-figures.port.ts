import type { PlainDate } from '@bureau/kernel';

/** Cases of one line, opened in one month. */
export interface CaseCount {
  readonly line: number;
  readonly month: number;
  /** Opened and closed in the same year; the rest is carried over. */
  readonly isClosedInYear: boolean;
  readonly cases: number;
}

/** Line-2 cases of one code, opened by one type of caller. */
export interface CodeCount {
  readonly code: string;
  readonly callerType: string;
  readonly cases: number;
  readonly children: number;
}

/** Contact moments; the line is that of their case, and null when that case does not exist. */
export interface ContactCount {
  readonly line: number | null;
  readonly channel: string;
  readonly callerType: string;
  readonly contacts: number;
}

/** Line-2 cases opened by a parent that have all of this in common. */
export interface ParentCases {
  readonly code: string;
  readonly callerRole: string;
  readonly takingPerson: string | null;
  readonly contactSeeker: string | null;
  readonly fromCountry: string | null;
  readonly toCountry: string | null;
  readonly cases: number;
  readonly children: number;
}

/** An abduction: one case by itself, for its treaty hangs on the day and its ages on the birth dates. */
export interface AbductionCase extends ParentCases {
  readonly openedOn: PlainDate;
  readonly birthDates: readonly PlainDate[];
}

/** The advice desk of one year: cases by the year in which they were opened, contacts by the year of the contact. */
export interface YearOfCases {
  readonly cases: readonly CaseCount[];
  readonly codes: readonly CodeCount[];
  readonly contacts: readonly ContactCount[];
  /** Of the codes that the report tells more about: prevention, relocation, contact. */
  readonly parents: readonly ParentCases[];
  readonly abductions: readonly AbductionCase[];
}

/** The advice desk in numbers. */
export abstract class CaseFigures {
  /** Counted by the database: what is in memory does not grow with the number of cases. */
  abstract ofYear(year: number): Promise<YearOfCases>;

  /** Some of the cases and contacts of that year that cannot be counted right, each in words with its number. */
  abstract contradictions(year: number): Promise<readonly string[]>;
}
