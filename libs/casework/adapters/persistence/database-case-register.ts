import { Injectable } from '@nestjs/common';
import { localDate } from '@bureau/calendar';
import { Clock, plainDateOf, type Instant, type Result } from '@bureau/kernel';
import { type Changes, Database, type Row, type WriteBatch } from '@bureau/platform';
import { DeskRules } from '../../application/desk-rules';
import type { RegisterCase } from '../../application/import/cases.file';
import { CaseRegister } from '../../application/import/register.port';
import { advanceCase, openCase, type CaseSnapshot } from '../../domain/case/case.engine';
import type { ImportedCase, Stamp } from '../../domain/case/case.events';
import { type CaseStep, deadlineRow, rowsOf } from './case.batch';
import type { CaseFileRow } from './case.rows';
import { inChunks } from './row.chunks';

type Stored = Pick<CaseFileRow, 'number' | 'snapshot' | 'revision' | 'audit_hash'>;

@Injectable()
export class DatabaseCaseRegister extends CaseRegister {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rules: DeskRules,
  ) {
    super();
  }

  async stored(records: readonly RegisterCase[]): Promise<ReadonlyMap<string, RegisterCase>> {
    const rows = await this.rows(records.map(({ number }) => number));
    return new Map(rows.map((row) => [row.number, { number: row.number, imported: importedOf(row) }]));
  }

  saveAll(changes: AsyncIterable<Changes<RegisterCase>>): Promise<boolean> {
    return this.database.commitAll(this.batches(changes)).then(({ ok }) => ok);
  }

  async opposedTo(numbers: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
    const rows = await inChunks<Pick<CaseFileRow, 'number' | 'conflict_with'>>(
      this.database,
      'SELECT number, conflict_with FROM case_file WHERE number IN',
      numbers,
    );
    return new Map(rows.map((row) => [row.number, row.conflict_with]));
  }

  async known(numbers: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await inChunks<Pick<CaseFileRow, 'number'>>(
      this.database,
      'SELECT number FROM case_file WHERE number IN',
      numbers,
    );
    return new Set(rows.map(({ number }) => number));
  }

  private rows(numbers: readonly string[]): Promise<readonly CaseFileRow[]> {
    return inChunks<CaseFileRow>(this.database, 'SELECT * FROM case_file WHERE number IN', numbers);
  }

  private async *batches(changes: AsyncIterable<Changes<RegisterCase>>): AsyncGenerator<WriteBatch> {
    const at = this.clock.now();
    for await (const { added, updated } of changes) {
      if (added.length > 0) yield this.addition(added, at);
      if (updated.length === 0) continue;
      const stored = new Map(
        (await this.rows(updated.map(({ number }) => number))).map((row) => [row.number, row]),
      );
      for (const record of updated) {
        const row = stored.get(record.number);
        if (row) yield this.update(record, row, at);
      }
    }
  }

  private addition(added: readonly RegisterCase[], at: Instant): WriteBatch {
    const { calendar } = this.rules;
    const stamp = this.stamp(at);
    const written = added.map(({ number, imported }) => {
      const event = { type: 'case.imported', ...imported } as const;
      const decision = accepted(number, openCase(number, event, stamp, calendar));
      return rowsOf({ number, before: null, event, stamp, source: 'import', decision });
    });
    return {
      writes: [
        { insert: 'case_file', rows: written.map(({ row }) => row) },
        { insert: 'case_event', rows: written.map(({ history }) => history) },
        { insert: 'audit_entry', rows: written.flatMap(({ audit }) => audit.rows) },
      ],
    };
  }

  private update({ number, imported }: RegisterCase, row: Stored, at: Instant): WriteBatch {
    const snapshot = JSON.parse(row.snapshot) as CaseSnapshot;
    const { latestAt } = snapshot.facts;
    const stamp = this.stamp(at < latestAt ? latestAt : at);
    const event = { type: 'case.reimported', ...imported } as const;
    const decision = accepted(number, advanceCase(snapshot, event, stamp, this.rules.calendar));
    const before = { revision: row.revision, auditHash: row.audit_hash };
    const step: CaseStep = { number, before, event, stamp, source: 'import', decision };
    const { row: next, history, audit, revision } = rowsOf(step);
    const { number: _, ...set } = next;
    const { followUp, followUpChanged } = decision;
    const deadlines: Row[] = followUp && followUpChanged ? [deadlineRow(number, revision, followUp)] : [];
    return {
      guard: { change: 'case_file', where: { number, revision: before.revision }, set },
      writes: [
        { insert: 'case_event', rows: [history] },
        audit,
        {
          insert: 'case_deadline',
          rows: deadlines,
          onConflict: { key: ['case_number', 'kind'], then: 'update' },
        },
      ],
    };
  }

  private stamp(at: Instant): Stamp {
    return { at, on: localDate(at, this.rules.calendar.zone), actor: null };
  }
}

function accepted<T>(
  number: string,
  decided: Result<T, { readonly reasons: readonly { code: string }[] }>,
): T {
  if (decided.ok) return decided.value;
  const codes = decided.error.reasons.map(({ code }) => code).join(', ');
  throw new Error(`case ${number} passed the checks of the import and not those of the desk: ${codes}`);
}

const importedOf = (row: CaseFileRow): ImportedCase => ({
  openedOn: plainDateOf(row.opened_on),
  closedOn: row.closed_on === null ? null : plainDateOf(row.closed_on),
  closingReason: row.closing_reason as ImportedCase['closingReason'],
  line: row.line as ImportedCase['line'],
  code: row.code as ImportedCase['code'],
  callerType: row.caller_type as ImportedCase['callerType'],
  callerRole: row.caller_role,
  handler: row.handler,
  takingPerson: row.taking_person as ImportedCase['takingPerson'],
  contactSeeker: row.contact_seeker as ImportedCase['contactSeeker'],
  fromCountry: row.from_country,
  toCountry: row.to_country,
  children: (JSON.parse(row.children) as string[]).map(plainDateOf),
  conflictWith: row.conflict_with,
});
