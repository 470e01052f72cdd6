import { Injectable } from '@nestjs/common';
import {
  importLargeTable,
  type ImportResult,
  type LargeImportOptions,
  type TableSource,
} from '@bureau/platform';
import { contactsFile } from './contacts.file';
import { CaseRegister, ContactRegister } from './register.port';

/** Brings in `contacts.csv`, of any size: all of it, or nothing and every bad row named. Its cases come first. */
@Injectable()
export class ImportContacts {
  constructor(
    private readonly cases: CaseRegister,
    private readonly contacts: ContactRegister,
  ) {}

  /** The source is asked for anew each time the file is gone through. */
  execute(source: () => TableSource, options: LargeImportOptions = {}): Promise<ImportResult> {
    return importLargeTable(contactsFile(this.cases), source, this.contacts, options);
  }
}
