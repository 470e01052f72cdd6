import { Injectable } from '@nestjs/common';
import type { Instant, PlainDate } from '@bureau/kernel';
import { Database, type IdempotencyKeyRow } from '@bureau/platform';
import {
  type CaseHistoryEntry,
  type CaseSave,
  CaseStore,
  DamagedCase,
  type KeptCaseAnswer,
  type StoredCase,
} from '../../application/case.store';
import type { CaseSnapshot } from '../../domain/case/case.engine';
import { CASE_MACHINE_VERSION } from '../../domain/case/case.machine';
import type { CaseEvent } from '../../domain/case/case.events';
import type { ContactMoment } from '../../domain/contact-moment';
import type { Person } from '../../domain/people/person';
import { saveBatch } from './case-save.batch';
import type { CaseEventRow, CaseFileRow, CasePersonRow, ContactMomentRow } from './case.rows';
import { contactOf } from './contact.mapper';
import { NO_CHANGES, type PersonChanges, personChanges, personOf } from './person.mapper';

/** Cases in the bureau's own database, SQLite or PostgreSQL alike. */
@Injectable()
export class DatabaseCaseStore extends CaseStore {
  constructor(private readonly database: Database) {
    super();
  }

  async load(number: string): Promise<StoredCase | null> {
    const [row] = await this.database.read<CaseFileRow>(
      'SELECT snapshot, revision, audit_hash, machine_version FROM case_file WHERE number = ?',
      [number],
    );
    return row
      ? { snapshot: snapshotFrom(number, row), revision: row.revision, auditHash: row.audit_hash }
      : null;
  }

  async history(number: string): Promise<readonly CaseHistoryEntry[]> {
    const rows = await this.database.read<CaseEventRow>(
      'SELECT * FROM case_event WHERE case_number = ? ORDER BY position',
      [number],
    );
    return rows.map(historyEntry);
  }

  async people(number: string): Promise<readonly Person[]> {
    const rows = await this.database.read<CasePersonRow>(
      'SELECT * FROM case_person WHERE case_number = ? ORDER BY key',
      [number],
    );
    return rows.map(personOf);
  }

  async contacts(number: string): Promise<readonly ContactMoment[]> {
    const rows = await this.database.read<ContactMomentRow>(
      'SELECT * FROM contact_moment WHERE case_number = ? ORDER BY on_day DESC, at DESC, nth DESC',
      [number],
    );
    return rows.map(contactOf);
  }

  async save(save: CaseSave): Promise<'saved' | 'again'> {
    const { ok } = await this.database.commit(saveBatch(save, await this.changesOf(save)));
    // Whoever was first with the number, the revision, the contact moment or the key: it is looked at again.
    return ok ? 'saved' : 'again';
  }

  async keptAnswer(actor: string, key: string): Promise<Pick<KeptCaseAnswer, 'bodyHash' | 'answer'> | null> {
    const [row] = await this.database.read<Pick<IdempotencyKeyRow, 'body_hash' | 'answer'>>(
      'SELECT body_hash, answer FROM idempotency_key WHERE actor = ? AND key = ?',
      [actor, key],
    );
    return row ? { bodyHash: row.body_hash, answer: row.answer } : null;
  }

  async lastSequence(year: number): Promise<number> {
    const [row] = await this.database.read<{ last: number | null }>(
      'SELECT MAX(sequence) AS last FROM case_file WHERE opened_year = ?',
      [year],
    );
    return row?.last ?? 0;
  }

  private async changesOf({ number, before, decision, alongside }: CaseSave): Promise<PersonChanges> {
    const courtBefore = before?.snapshot.facts.courtNumber ?? null;
    const { courtNumber } = decision.next.facts;
    if (!alongside.people && courtBefore === courtNumber) return NO_CHANGES;
    const known = before ? await this.people(number) : [];
    const people = alongside.people ?? known;
    return personChanges({ people: known, courtNumber: courtBefore }, { people, courtNumber });
  }
}

export function snapshotFrom(
  number: string,
  row: Pick<CaseFileRow, 'snapshot' | 'machine_version'>,
): CaseSnapshot {
  if (row.machine_version !== CASE_MACHINE_VERSION)
    throw new DamagedCase(number, `it was written by version ${row.machine_version} of the machine`);
  try {
    return JSON.parse(row.snapshot) as CaseSnapshot;
  } catch {
    throw new DamagedCase(number, 'its snapshot is not readable');
  }
}

export function historyEntry(row: CaseEventRow): CaseHistoryEntry {
  try {
    return {
      position: row.position,
      event: { type: row.type, ...(JSON.parse(row.payload) as object) } as CaseEvent,
      stamp: { at: row.at as Instant, on: row.on_day as PlainDate, actor: row.actor },
      source: row.source === 'import' ? 'import' : 'live',
    };
  } catch {
    throw new DamagedCase(row.case_number, `event ${row.position} of its history is not readable`);
  }
}
