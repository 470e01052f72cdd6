import { Module } from '@nestjs/common';
import { DatabaseEvaluationRegister } from './adapters/persistence/database-evaluation-register';
import { DatabaseEvaluations } from './adapters/persistence/database-evaluations';
import { EvaluationRegister, Evaluations } from './application/evaluations.port';
import { ImportEvaluations } from './application/import-evaluations.use-case';

/** What the bureau asks and writes to people; for now the answers of evaluation forms. Expects a global Database. */
@Module({
  providers: [
    { provide: Evaluations, useClass: DatabaseEvaluations },
    { provide: EvaluationRegister, useClass: DatabaseEvaluationRegister },
    ImportEvaluations,
  ],
  exports: [Evaluations, ImportEvaluations],
})
export class CorrespondenceModule {}
