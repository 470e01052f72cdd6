import type { Row } from '@bureau/platform';

/** A case as an old register writes it down; empty text is nothing. */
export interface DeskCase {
  readonly number: string;
  readonly openedOn: string;
  readonly closedOn: string;
  readonly line: 1 | 2;
  readonly code: string;
  readonly callerType: string;
  readonly callerRole: string;
  readonly takingPerson: string;
  readonly contactSeeker: string;
  readonly fromCountry: string;
  readonly toCountry: string;
  readonly children: readonly string[];
}

export interface DeskContact {
  readonly caseNumber: string;
  readonly at: string;
  readonly channel: string;
  readonly callerType: string;
}

export interface DeskRecords {
  readonly cases: readonly DeskCase[];
  readonly contacts: readonly DeskContact[];
}

const orNull = (text: string): string | null => text || null;

/** The row of a case; what no report looks at holds any value that fits. */
export const caseRow = (one: DeskCase): Row => ({
  number: one.number,
  opened_on: one.openedOn,
  opened_year: Number(one.openedOn.slice(0, 4)),
  opened_month: Number(one.openedOn.slice(5, 7)),
  closed_on: orNull(one.closedOn),
  closing_reason: one.closedOn ? 'resolved' : null,
  line: one.line,
  code: one.code,
  caller_type: one.callerType,
  caller_role: one.callerRole,
  handler: 'jurist1',
  taking_person: orNull(one.takingPerson),
  contact_seeker: orNull(one.contactSeeker),
  from_country: orNull(one.fromCountry),
  to_country: orNull(one.toCountry),
  children: JSON.stringify(one.children),
  child_count: one.children.length,
  state: one.closedOn ? 'closed' : 'open',
  is_open: one.closedOn ? 0 : 1,
  sequence: 0,
  machine_version: '1',
  revision: 1,
  snapshot: '{}',
  audit_hash: '',
});

/** The rows of contacts; several with the same case, moment and channel are told apart. */
export function contactRows(contacts: readonly DeskContact[]): readonly Row[] {
  const seen = new Map<string, number>();
  return contacts.map(({ caseNumber, at, channel, callerType }) => {
    const key = `${caseNumber} ${at} ${channel}`;
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return {
      case_number: caseNumber,
      at,
      channel,
      nth,
      on_day: at.slice(0, 10),
      year: Number(at.slice(0, 4)),
      month: Number(at.slice(5, 7)),
      caller_type: callerType,
      handler: 'jurist1',
    };
  });
}
