import { plainDateOf } from '@bureau/kernel';
import type { Row } from '@bureau/platform';
import type { Person } from '../../domain/people/person';
import { tokensOf } from '../../domain/people/search.tokens';
import type { CasePersonRow } from './case.rows';

export const personRow = (number: string, person: Person): Row & Record<keyof CasePersonRow, unknown> => ({
  case_number: number,
  key: person.key,
  role: person.role,
  name: person.name,
  other_names: JSON.stringify(person.otherNames),
  birth_date: person.birthDate,
  phone: person.phone,
  email: person.email,
});

export const personOf = (row: CasePersonRow): Person => ({
  key: row.key,
  role: row.role as Person['role'],
  name: row.name,
  otherNames: JSON.parse(row.other_names) as string[],
  birthDate: row.birth_date === null ? null : plainDateOf(row.birth_date),
  phone: row.phone,
  email: row.email,
});

/** What changes among the people of a case and the words it is found by. */
export interface PersonChanges {
  readonly gone: readonly string[];
  readonly put: readonly Person[];
  readonly tokensGone: readonly string[];
  readonly tokensCome: readonly string[];
}

export const NO_CHANGES: PersonChanges = { gone: [], put: [], tokensGone: [], tokensCome: [] };

interface Found {
  readonly people: readonly Person[];
  readonly courtNumber: string | null;
}

export function personChanges(before: Found, after: Found): PersonChanges {
  const [earlier, now] = [
    tokensOf(before.people, before.courtNumber),
    tokensOf(after.people, after.courtNumber),
  ];
  return {
    gone: before.people.map(({ key }) => key).filter((key) => !after.people.some((one) => one.key === key)),
    put: after.people,
    tokensGone: [...earlier].filter((token) => !now.has(token)),
    tokensCome: [...now].filter((token) => !earlier.has(token)),
  };
}
