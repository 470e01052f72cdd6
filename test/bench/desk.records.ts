import type { Database, Row, Write } from '@bureau/platform';
import { profileOf } from '../../libs/casework/domain/conflict/person.match';
import { keysOfPerson } from '../../libs/casework/domain/conflict/blocking.keys';
import type { KnownPerson } from '../../libs/casework/domain/conflict/person';
import { tokensOf } from '../../libs/casework/domain/people/search.tokens';
import { People, type RealPerson } from '../support/conflict/labelled-pairs';
import { HOLDOUT_POOLS, TUNING_POOLS } from '../support/conflict/name.pools';
import { SeededChance } from '../support/seeded.chance';

const JURISTS = 12;
const PIECE = 500;
/** Of a hundred cases one has an opposing one, as in the register of 2025 (160 of 20,353). */
const ONE_CONFLICT_IN = 100;
const SYLLABLES = 'ba ki mo ren dal sti vor nu les ham per zo li gan tu wer sa dri mel ko'.split(' ');

/** A desk of any size, the same at every run. */
export class BenchDesk {
  private readonly chance = new SeededChance(4);
  private readonly people = new People(this.chance, [...TUNING_POOLS, ...HOLDOUT_POOLS]);
  private count = 0;
  readonly callers: { readonly number: string; readonly real: RealPerson }[] = [];

  constructor(private readonly database: Database) {}

  async growTo(size: number): Promise<void> {
    while (this.count < size) {
      const cases = Array.from({ length: Math.min(PIECE, size - this.count) }, () => this.aCase());
      await this.database.commit({ writes: merged(cases.flat()) });
    }
    // What PostgreSQL does by itself within minutes of such a change; SQLite is left as it is.
    if (this.database.dialect === 'postgres') await this.database.dataSource.query('ANALYZE');
  }

  jurist = (n: number): string => `jurist${n % JURISTS}`;

  /** Most surnames are rare: two of three are made of syllables, the others are the ones of the pools. */
  private somebody(): RealPerson {
    const real = this.people.person();
    if (this.chance.next() < 0.34) return real;
    const surname = Array.from({ length: 3 }, () => this.chance.among(SYLLABLES)).join('');
    return { ...real, family: [surname] };
  }

  private aCase(): readonly Write[] {
    const n = (this.count += 1);
    const number = `2026-${String(n).padStart(6, '0')}`;
    const handler = this.jurist(n);
    const family = [this.somebody(), this.somebody()];
    if (family[0]) this.callers.push({ number, real: family[0] });
    const known = family.map((real, index): KnownPerson => ({
      ...this.people.onPassport(real),
      key: index === 0 ? 'caller' : 'parent-2',
    }));
    const isOpen = n % 12 === 0 ? 1 : 0;
    const opposing = n % ONE_CONFLICT_IN === 0 ? `2026-${String(n - 1).padStart(6, '0')}` : null;
    const insert = (table: string, ...rows: readonly Row[]): Write => ({ insert: table, rows });
    return [
      insert('case_file', caseRow(number, n, handler, isOpen)),
      insert('case_person', ...known.map((person) => ({ case_number: number, ...personRow(person) }))),
      insert('case_search', ...searchRows(number, known)),
      insert('family_member', ...known.map((person) => memberRow(number, person))),
      insert('person_key', ...known.flatMap((person) => keyRows(number, person))),
      ...(opposing ? wall(number, opposing, [handler, this.jurist(n - 1)]) : []),
    ];
  }
}

const caseRow = (number: string, n: number, handler: string, isOpen: number): Row => ({
  number,
  opened_on: `2026-${String(1 + (n % 12)).padStart(2, '0')}-05`,
  opened_year: 2026,
  opened_month: 1 + (n % 12),
  closed_on: isOpen ? null : '2026-12-31',
  closing_reason: isOpen ? null : 'resolved',
  line: n % 5 === 0 ? 2 : 1,
  code: n % 5 === 0 ? 'prevention' : 'holiday_consent',
  caller_type: 'parent',
  caller_role: 'mother',
  handler,
  deputy: null,
  taking_person: null,
  contact_seeker: null,
  from_country: 'NL',
  to_country: 'MA',
  children: '[]',
  child_count: 0,
  incident: null,
  conflict_with: null,
  state: isOpen ? 'open' : 'closed',
  follow_up_due: isOpen ? `2026-${String(1 + (n % 12)).padStart(2, '0')}-20` : null,
  is_open: isOpen,
  sequence: n,
  machine_version: '1',
  revision: 1,
  snapshot: '{}',
  audit_hash: '',
});

const personRow = ({ key, name, birthDate, phone, email }: KnownPerson): Row => ({
  key,
  role: key === 'caller' ? 'caller' : 'parent',
  name: name ?? '',
  other_names: '[]',
  birth_date: birthDate,
  phone,
  email,
});

const searchRows = (number: string, people: readonly KnownPerson[]): readonly Row[] => {
  const named = people.map(({ name, otherNames }) => ({ name: name ?? '', otherNames }));
  return [...tokensOf(named, null)].map((token) => ({ token, case_number: number }));
};

const memberRow = (number: string, { key, role, name, birthDate, phone, email }: KnownPerson): Row => ({
  file_kind: 'case',
  file_number: number,
  person: key,
  role,
  is_client: key === 'caller' ? 1 : 0,
  name,
  other_names: '[]',
  birth_date: birthDate,
  phone,
  email,
});

const keyRows = (number: string, person: KnownPerson): readonly Row[] =>
  keysOfPerson(profileOf(person)).map((key) => ({
    key,
    file_kind: 'case',
    file_number: number,
    person: person.key,
  }));

function wall(one: string, other: string, handlers: readonly string[]): readonly Write[] {
  const id = `bench ${one}`;
  const since = '2026-01-01T00:00:00.000Z';
  const not = { raised_by: null, lifted_at: null, lifted_by: null, lift_reason: null };
  const sides = [one, other].map((file_number) => ({
    group_id: id,
    file_kind: 'case',
    file_number,
    side: `case ${file_number}`,
  }));
  const members = handlers.map((account, index) => ({
    group_id: id,
    account,
    side: sides[index]?.side ?? '',
    since,
  }));
  return [
    {
      insert: 'conflict_group',
      rows: [{ id, state: 'confirmed', basis: 'register', since, is_up: 1, ...not }],
    },
    { insert: 'conflict_side', rows: sides },
    { insert: 'conflict_member', rows: members },
  ];
}

/** One insert for each table. */
function merged(writes: readonly Write[]): readonly Write[] {
  const tables = new Map<string, Row[]>();
  for (const write of writes)
    if ('insert' in write) tables.set(write.insert, [...(tables.get(write.insert) ?? []), ...write.rows]);
  return [...tables].map(([insert, rows]) => ({ insert, rows }));
}
