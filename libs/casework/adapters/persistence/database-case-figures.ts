import { Injectable } from '@nestjs/common';
import { type PlainDate, plainDateOf } from '@bureau/kernel';
import { Database } from '@bureau/platform';
import {
  type AbductionCase,
  CaseFigures,
  type ParentCases,
  type YearOfCases,
} from '../../application/case-figures.port';
import {
  ABDUCTIONS,
  CASES,
  CODES,
  CONTACTS,
  CONTACTS_WITHOUT_CASE,
  COUNTED_BY,
  PARENTS,
} from './case-figures.sql';
import type { CaseFileRow, ContactMomentRow } from './case.rows';

const MOST_NAMED = 10;

type LostContact = Pick<ContactMomentRow, 'case_number' | 'at'>;
type CountedBy = Pick<
  CaseFileRow,
  'number' | 'opened_on' | 'opened_year' | 'opened_month' | 'children' | 'child_count'
>;

interface CaseCountRow {
  readonly line: number;
  readonly month: number;
  readonly closed: number;
  readonly cases: number;
}

interface Counted {
  readonly cases: number;
  readonly children: number;
}

type CodeCountRow = Pick<CaseFileRow, 'code' | 'caller_type'> & Counted;
type ContactCountRow = Pick<ContactMomentRow, 'channel' | 'caller_type'> & {
  readonly line: number | null;
  readonly contacts: number;
};
type ParentCasesRow = Counted &
  Pick<
    CaseFileRow,
    'code' | 'caller_role' | 'taking_person' | 'contact_seeker' | 'from_country' | 'to_country'
  >;
type AbductionRow = ParentCasesRow & Pick<CaseFileRow, 'opened_on'> & { readonly birth_dates: string };

@Injectable()
export class DatabaseCaseFigures extends CaseFigures {
  constructor(private readonly database: Database) {
    super();
  }

  async ofYear(year: number): Promise<YearOfCases> {
    const [cases, codes, contacts, parents, abductions] = await Promise.all([
      this.database.read<CaseCountRow>(CASES, [year]),
      this.database.read<CodeCountRow>(CODES, [year]),
      this.database.read<ContactCountRow>(CONTACTS, [year]),
      this.database.read<ParentCasesRow>(PARENTS, [year]),
      this.database.read<AbductionRow>(ABDUCTIONS, [year]),
    ]);
    return {
      cases: cases.map(({ closed, ...count }) => ({ ...count, isClosedInYear: closed === 1 })),
      codes: codes.map(({ caller_type, ...count }) => ({ ...count, callerType: caller_type })),
      contacts: contacts.map(({ caller_type, ...count }) => ({ ...count, callerType: caller_type })),
      parents: parents.map(parentCasesOf),
      abductions: abductions.map(abductionOf),
    };
  }

  async contradictions(year: number): Promise<readonly string[]> {
    const [contacts, cases] = await Promise.all([
      this.database.read<LostContact>(CONTACTS_WITHOUT_CASE, [year]),
      this.database.read<CountedBy>(COUNTED_BY, [year]),
    ]);
    return [
      ...contacts.map(
        ({ case_number, at }) => `the contact of ${at} belongs to ${case_number}, which is not there`,
      ),
      ...cases.flatMap(contradictionsIn).slice(0, MOST_NAMED),
    ];
  }
}

const parentCasesOf = (row: ParentCasesRow): ParentCases => ({
  code: row.code,
  callerRole: row.caller_role,
  takingPerson: row.taking_person,
  contactSeeker: row.contact_seeker,
  fromCountry: row.from_country,
  toCountry: row.to_country,
  cases: row.cases,
  children: row.children,
});

const abductionOf = (row: AbductionRow): AbductionCase => ({
  ...parentCasesOf(row),
  openedOn: plainDateOf(row.opened_on),
  birthDates: JSON.parse(row.birth_dates) as readonly PlainDate[],
});

/** What is stored beside a case only to count by, compared with the case. */
function contradictionsIn(row: CountedBy): readonly string[] {
  const month = `${row.opened_year}-${String(row.opened_month).padStart(2, '0')}`;
  const children = (JSON.parse(row.children) as readonly unknown[]).length;
  return [
    ...(row.opened_on.startsWith(`${month}-`)
      ? []
      : [`${row.number}, opened on ${row.opened_on}, counts in ${month}`]),
    ...(children === row.child_count
      ? []
      : [`${row.number} has ${children} children and counts ${row.child_count}`]),
  ];
}
