export { CORRESPONDENCE_ROWS, EvaluationAnswerRow } from './adapters/persistence/evaluation-answer.row';
export { Evaluations, type ScoreCount, type YearEvaluations } from './application/evaluations.port';
export { ImportEvaluations } from './application/import-evaluations.use-case';
export { CorrespondenceModule } from './correspondence.module';
export { type Evaluation } from './domain/evaluation';
export {
  EVALUATION_ITEM_CODES,
  EVALUATION_ITEMS,
  type EvaluationItem,
  type EvaluationItemEntry,
  SCALE,
} from './domain/evaluation-items.catalogue';
