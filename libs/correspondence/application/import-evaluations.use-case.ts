import { Injectable } from '@nestjs/common';
import { type ImportOptions, type ImportResult, importTable, type TableSource } from '@bureau/platform';
import { EVALUATIONS_FILE } from './evaluations.file';
import { EvaluationRegister } from './evaluations.port';

/**
 * Brings in `evaluations.csv`: all of it, or nothing and every bad row named. Does not ask whether the requests are
 * there, so that the files of a year may come in any order.
 */
@Injectable()
export class ImportEvaluations {
  constructor(private readonly register: EvaluationRegister) {}

  execute(source: TableSource, options: ImportOptions = {}): Promise<ImportResult> {
    return importTable(EVALUATIONS_FILE, source, this.register, options);
  }
}
