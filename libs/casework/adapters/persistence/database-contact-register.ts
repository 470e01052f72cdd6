import { Injectable } from '@nestjs/common';
import { localDate } from '@bureau/calendar';
import { instantOf } from '@bureau/kernel';
import { type Changes, Database, type Row, type WriteBatch } from '@bureau/platform';
import { contactKey, type RegisterContact } from '../../application/import/contacts.file';
import { ContactRegister } from '../../application/import/register.port';
import { DeskRules } from '../../application/desk-rules';
import type { ContactMoment } from '../../domain/contact-moment';
import type { ContactMomentRow } from './case.rows';
import { contactRow } from './contact.mapper';
import { inChunks } from './row.chunks';

@Injectable()
export class DatabaseContactRegister extends ContactRegister {
  constructor(
    private readonly database: Database,
    private readonly rules: DeskRules,
  ) {
    super();
  }

  async stored(records: readonly RegisterContact[]): Promise<ReadonlyMap<string, RegisterContact>> {
    const numbers = [...new Set(records.map(({ caseNumber }) => caseNumber))];
    const rows = await inChunks<ContactMomentRow>(
      this.database,
      'SELECT case_number, at, channel, nth, caller_type, handler FROM contact_moment WHERE case_number IN',
      numbers,
    );
    return new Map(rows.map(contactOf).map((contact) => [contactKey(contact), contact]));
  }

  saveAll(changes: AsyncIterable<Changes<RegisterContact>>): Promise<boolean> {
    return this.database.commitAll(this.batches(changes)).then(({ ok }) => ok);
  }

  private async *batches(changes: AsyncIterable<Changes<RegisterContact>>): AsyncGenerator<WriteBatch> {
    for await (const { added, updated } of changes) {
      if (added.length > 0)
        yield { writes: [{ insert: 'contact_moment', rows: added.map((contact) => this.row(contact)) }] };
      for (const contact of updated) yield changeOf(contact);
    }
  }

  private row(contact: RegisterContact): Row {
    const on = localDate(instantOf(contact.at), this.rules.calendar.zone);
    return contactRow({ ...contact, direction: null, minutes: null, language: null, summary: null }, on);
  }
}

/** What a register knows of a contact moment; what the desk has added to it stays. */
const changeOf = ({ caseNumber, at, channel, nth, callerType, handler }: RegisterContact): WriteBatch => ({
  guard: {
    change: 'contact_moment',
    where: { case_number: caseNumber, at, channel, nth },
    set: { caller_type: callerType, handler },
  },
  writes: [],
});

const contactOf = (row: ContactMomentRow): RegisterContact => ({
  caseNumber: row.case_number,
  at: row.at,
  channel: row.channel as ContactMoment['channel'],
  nth: row.nth,
  callerType: row.caller_type as ContactMoment['callerType'],
  handler: row.handler,
});
