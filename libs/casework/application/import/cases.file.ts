import { badRow, type BadRow, day, type Incoming, type LargeFile, oneOf, optional } from '@bureau/platform';
import type { RowReader, TableRow, ValuesOf } from '@bureau/platform';
import type { ImportedCase } from '../../domain/case/case.events';
import {
  CALLER_TYPE_CODES,
  isRoleOfType,
  ROLES_BY_CALLER_TYPE,
} from '../../domain/vocabulary/callers.catalogue';
import { CASE_CODE_NAMES, isCodeOfLine, type Line } from '../../domain/vocabulary/codes.catalogue';
import { CLOSING_REASON_CODES, FAMILY_MEMBER_CODES } from '../../domain/vocabulary/facets.catalogue';
import { birthDates, caseNumber, colleague, country, roleCode } from './cells';

const columns = {
  case_number: caseNumber,
  opened_on: day,
  closed_on: optional(day),
  closing_reason: optional(oneOf(CLOSING_REASON_CODES)),
  line: oneOf(['1', '2']),
  code: oneOf(CASE_CODE_NAMES),
  caller_type: oneOf(CALLER_TYPE_CODES),
  caller_role: roleCode,
  handler: colleague,
  taking_person: optional(oneOf(FAMILY_MEMBER_CODES)),
  contact_seeker: optional(oneOf(FAMILY_MEMBER_CODES)),
  from_country: optional(country),
  to_country: optional(country),
  children: birthDates,
  conflict_with: optional(caseNumber),
};

type Values = ValuesOf<typeof columns>;

/** One row of `cases.csv`. */
export interface RegisterCase {
  readonly number: string;
  readonly imported: ImportedCase;
}

/** Asked for the opposing cases that are not in the file itself. */
export interface OpposingCases {
  /** The opposing case that each of these stored cases names; null for one that names none. */
  opposedTo(numbers: readonly string[]): Promise<ReadonlyMap<string, string | null>>;
}

/** `cases.csv`: one row is one case. */
export const casesFile = (opposing: OpposingCases): LargeFile<typeof columns, RegisterCase> => ({
  columns,
  keyColumn: 'case_number',
  cellsOf,
  reader: () => new CasesReader(opposing),
});

class CasesReader implements RowReader<Values, RegisterCase> {
  /** The lines of all cases that are opposed to another, and the other's number. */
  private readonly opposed = new Map<string, { readonly line: number; readonly to: string }>();
  private readonly unopposed = new Set<string>();

  constructor(private readonly opposing: OpposingCases) {}

  take(rows: readonly TableRow<Values>[]) {
    const incoming: Incoming<RegisterCase>[] = [];
    const bad: BadRow[] = [];
    for (const { line, values } of rows) {
      const { case_number: number, conflict_with: to } = values;
      if (to === null) this.unopposed.add(number);
      else this.opposed.set(number, { line, to });
      const faults = faultsOf(line, values);
      bad.push(...faults);
      if (faults.length === 0) incoming.push({ line, key: number, record: caseOf(values) });
    }
    return Promise.resolve({ incoming, bad });
  }

  /** Opposing cases name each other, in this file or with what is stored. */
  async end(): Promise<readonly BadRow[]> {
    const elsewhere = [...this.opposed.values()]
      .map(({ to }) => to)
      .filter((to) => !this.opposed.has(to) && !this.unopposed.has(to));
    const stored = await this.opposing.opposedTo(elsewhere);
    return [...this.opposed].flatMap(([number, { line, to }]) => {
      const back = this.opposed.get(to)?.to ?? stored.get(to);
      if (back === number && to !== number) return [];
      return [
        badRow(line, 'conflict_with', to, `the number of another case that names ${number} in its turn`),
      ];
    });
  }
}

/** What the cells of a row say against each other. */
function faultsOf(line: number, values: Values): BadRow[] {
  const { opened_on, closed_on, closing_reason, caller_type, caller_role, children } = values;
  const faults: BadRow[] = [];
  const fault = (column: keyof Values, found: string, expected: string) =>
    void faults.push(badRow(line, column, found, expected));
  const caseLine = Number(values.line) as Line;
  if (!isCodeOfLine(values.code, caseLine)) fault('code', values.code, `a code of line ${caseLine}`);
  if (!isRoleOfType(caller_role, caller_type)) fault('caller_role', caller_role, expectedRole(caller_type));
  if (closed_on !== null && closed_on < opened_on)
    fault('closed_on', closed_on, `a day not before opened_on (${opened_on})`);
  if (closed_on !== null && closing_reason === null)
    fault('closing_reason', '', `one of ${CLOSING_REASON_CODES.join(', ')}, for the case is closed`);
  if (closed_on === null && closing_reason !== null)
    fault('closing_reason', closing_reason, 'nothing, for the case is not closed');
  const unborn = children.find((birth) => birth > opened_on);
  if (unborn) fault('children', unborn, `birth dates not after opened_on (${opened_on})`);
  return faults;
}

const expectedRole = (type: Values['caller_type']): string =>
  type === 'professional'
    ? 'the code of a profession'
    : `one of ${ROLES_BY_CALLER_TYPE[type].join(', ')}, for the caller is ${type}`;

const caseOf = (values: Values): RegisterCase => ({
  number: values.case_number,
  imported: {
    openedOn: values.opened_on,
    closedOn: values.closed_on,
    closingReason: values.closing_reason,
    line: Number(values.line) as Line,
    code: values.code,
    callerType: values.caller_type,
    callerRole: values.caller_role,
    handler: values.handler,
    takingPerson: values.taking_person,
    contactSeeker: values.contact_seeker,
    fromCountry: values.from_country,
    toCountry: values.to_country,
    children: values.children,
    conflictWith: values.conflict_with,
  },
});

const cellsOf = ({ number, imported }: RegisterCase): Record<keyof Values, string> => ({
  case_number: number,
  opened_on: imported.openedOn,
  closed_on: imported.closedOn ?? '',
  closing_reason: imported.closingReason ?? '',
  line: String(imported.line),
  code: imported.code,
  caller_type: imported.callerType,
  caller_role: imported.callerRole,
  handler: imported.handler,
  taking_person: imported.takingPerson ?? '',
  contact_seeker: imported.contactSeeker ?? '',
  from_country: imported.fromCountry ?? '',
  to_country: imported.toCountry ?? '',
  children: imported.children.join(';'),
  conflict_with: imported.conflictWith ?? '',
});
