import { Injectable } from '@nestjs/common';
import { type ImportOptions, type ImportResult, importTable, type TableSource } from '@bureau/platform';
import { INFORMATION_REQUESTS_FILE } from './information-requests.file';
import { InformationRequestRegister } from '../information-requests.port';

/** Brings in `information-requests.csv`: all of it, or nothing and every bad row named. */
@Injectable()
export class ImportInformationRequests {
  constructor(private readonly register: InformationRequestRegister) {}

  execute(source: TableSource, options: ImportOptions = {}): Promise<ImportResult> {
    return importTable(INFORMATION_REQUESTS_FILE, source, this.register, options);
  }
}
