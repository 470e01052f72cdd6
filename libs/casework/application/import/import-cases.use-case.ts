import { Injectable } from '@nestjs/common';
import {
  importLargeTable,
  type ImportResult,
  type LargeImportOptions,
  type TableSource,
} from '@bureau/platform';
import { casesFile } from './cases.file';
import { CaseRegister } from './register.port';

/** Brings in `cases.csv`, of any size: all of it, or nothing and every bad row named. */
@Injectable()
export class ImportCases {
  constructor(private readonly register: CaseRegister) {}

  /** The source is asked for anew each time the file is gone through. */
  execute(source: () => TableSource, options: LargeImportOptions = {}): Promise<ImportResult> {
    return importLargeTable(casesFile(this.register), source, this.register, options);
  }
}
