import { Injectable } from '@nestjs/common';
import type { FileKind, FileName } from '@bureau/access';
import type { PlainDate } from '@bureau/kernel';
import { Database, type Row, type Write } from '@bureau/platform';
import { FamilyIndex, type KnownFamily } from '../../application/conflict/conflict.ports';
import type { FamilyRole } from '../../domain/conflict/person';
import type { FamilyMemberRow } from './conflict.rows';

/** The files that share most, a date or a number more than a sound; beyond these, sharing one key is chance. */
const MOST_CANDIDATES = 100;
const CHILD = 'child';

/** The number of keys is rounded up, so that a few texts serve every question. */
const KEYS_PER_QUESTION = 16;

const SHARING = (keys: number): string =>
  `SELECT file_kind, file_number, SUM(CASE WHEN key >= 'n:' AND key < 'n;' THEN 1 ELSE 3 END) AS shared FROM person_key
   WHERE key IN (${Array.from({ length: keys }, () => '?').join(', ')}) AND NOT (file_kind = ? AND file_number = ?)
   GROUP BY file_kind, file_number ORDER BY SUM(CASE WHEN key >= 'n:' AND key < 'n;' THEN 1 ELSE 3 END) DESC, file_kind, file_number LIMIT ${MOST_CANDIDATES}`;

const MEMBERS = (files: number): string =>
  `SELECT * FROM family_member
   WHERE file_kind = ? AND file_number IN (${Array.from({ length: files }, () => '?').join(', ')})
   ORDER BY file_kind, file_number, person`;

const MEMBER_KEY = ['file_kind', 'file_number', 'person'];
const PERSON_KEY = ['key', 'file_kind', 'file_number', 'person'];

const roundedUp = (count: number): number => Math.ceil(count / KEYS_PER_QUESTION) * KEYS_PER_QUESTION;
const nameOf = ({ kind, number }: FileName): string => `${kind} ${number}`;

@Injectable()
export class DatabaseFamilyIndex extends FamilyIndex {
  constructor(private readonly database: Database) {
    super();
  }

  async candidates(keys: readonly string[], except: FileName | null): Promise<readonly KnownFamily[]> {
    const [first] = keys;
    if (first === undefined) return [];
    const padded = [...keys, ...Array.from({ length: roundedUp(keys.length) - keys.length }, () => first)];
    const found = await this.database.read<{ file_kind: FileKind; file_number: string }>(
      SHARING(padded.length),
      [...padded, except?.kind ?? '', except?.number ?? ''],
    );
    if (found.length === 0) return [];
    const files = found.map((row): FileName => ({ kind: row.file_kind, number: row.file_number }));
    return this.families(files);
  }

  async put({ file, facts }: KnownFamily, keys: ReadonlyMap<string, readonly string[]>): Promise<void> {
    const at = { file_kind: file.kind, file_number: file.number };
    const people = facts.people.map((person) => ({
      ...at,
      person: person.key,
      role: person.role,
      is_client: person.key === facts.client ? 1 : 0,
      name: person.name,
      other_names: JSON.stringify(person.otherNames),
      birth_date: person.birthDate,
      phone: person.phone,
      email: person.email,
    }));
    const children = facts.children.map((child, index) => ({
      ...at,
      person: `${CHILD}-${index + 1}`,
      role: CHILD,
      is_client: 0,
      name: child.name,
      other_names: '[]',
      birth_date: child.birthDate,
      phone: null,
      email: null,
    }));
    const rows: Row[] = [...people, ...children];
    const keyRows = [...keys].flatMap(([person, own]) => own.map((key): Row => ({ key, ...at, person })));
    const known = await this.database.read<{ person: string }>(
      'SELECT person FROM family_member WHERE file_kind = ? AND file_number = ?',
      [file.kind, file.number],
    );
    const knownKeys = await this.database.read<{ key: string; person: string }>(
      'SELECT key, person FROM person_key WHERE file_kind = ? AND file_number = ?',
      [file.kind, file.number],
    );
    const gone = known.filter(({ person }) => !rows.some((row) => row['person'] === person));
    const goneKeys = knownKeys.filter(({ key, person }) => !(keys.get(person) ?? []).includes(key));
    const removals: Write[] = [
      { remove: 'family_member', rows: gone.map(({ person }) => ({ ...at, person })) },
      { remove: 'person_key', rows: goneKeys.map(({ key, person }) => ({ key, ...at, person })) },
    ];
    const additions: Write[] = [
      { insert: 'family_member', rows, onConflict: { key: MEMBER_KEY, then: 'update' } },
      { insert: 'person_key', rows: keyRows, onConflict: { key: PERSON_KEY, then: 'ignore' } },
    ];
    const writes = [...removals, ...additions].filter((write) => 'rows' in write && write.rows.length > 0);
    if (writes.length > 0) await this.database.commit({ writes });
  }

  private async families(files: readonly FileName[]): Promise<readonly KnownFamily[]> {
    // One question for each kind of file: the key of the table begins with it.
    const kinds = [...new Set(files.map(({ kind }) => kind))];
    const rows = (await Promise.all(kinds.map((kind) => this.membersOf(kind, files)))).flat();
    const byFile = new Map<string, FamilyMemberRow[]>(files.map((file) => [nameOf(file), []]));
    for (const row of rows) byFile.get(`${row.file_kind} ${row.file_number}`)?.push(row);
    return files.map((file) => familyOf(file, byFile.get(nameOf(file)) ?? []));
  }

  private membersOf(kind: FileKind, files: readonly FileName[]): Promise<readonly FamilyMemberRow[]> {
    const numbers = files.filter((file) => file.kind === kind).map(({ number }) => number);
    const filling = Array.from({ length: roundedUp(numbers.length) - numbers.length }, () => '');
    const padded = [...numbers, ...filling];
    return this.database.read<FamilyMemberRow>(MEMBERS(padded.length), [kind, ...padded]);
  }
}

function familyOf(file: FileName, rows: readonly FamilyMemberRow[]): KnownFamily {
  const people = rows.filter(({ role }) => role !== CHILD);
  return {
    file,
    facts: {
      client: people.find(({ is_client }) => is_client === 1)?.person ?? null,
      people: people.map((row) => ({
        key: row.person,
        role: row.role as FamilyRole,
        name: row.name,
        otherNames: JSON.parse(row.other_names) as string[],
        birthDate: row.birth_date as PlainDate | null,
        phone: row.phone,
        email: row.email,
      })),
      children: rows
        .filter(({ role }) => role === CHILD)
        .map((row) => ({ birthDate: row.birth_date as PlainDate | null, name: row.name })),
    },
  };
}
