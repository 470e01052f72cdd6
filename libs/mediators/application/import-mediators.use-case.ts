import { Injectable } from '@nestjs/common';
import { type ImportOptions, type ImportResult, importTable, type TableSource } from '@bureau/platform';
import { MediatorRegister } from './mediator-pool.port';
import { MEDIATORS_FILE } from './mediators.file';

/** Brings `mediators.csv` into the pool: all of it, or nothing and every bad row named. */
@Injectable()
export class ImportMediators {
  constructor(private readonly register: MediatorRegister) {}

  execute(source: TableSource, options: ImportOptions = {}): Promise<ImportResult> {
    return importTable(MEDIATORS_FILE, source, this.register, options);
  }
}
