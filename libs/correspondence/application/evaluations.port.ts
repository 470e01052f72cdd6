import type { ImportStore } from '@bureau/platform';
import type { Evaluation } from '../domain/evaluation';
import type { EvaluationItem } from '../domain/evaluation-items.catalogue';

/** How often an item got a score. */
export interface ScoreCount {
  readonly item: EvaluationItem;
  readonly score: number;
  readonly answers: number;
}

/** How the mediations of a year were judged. */
export interface YearEvaluations {
  /** How many parents answered. */
  readonly answered: number;
  readonly scores: readonly ScoreCount[];
}

/** What parents thought of their mediation. */
export abstract class Evaluations {
  /** The evaluations of the requests of that year: by the year in their number, not by the day of answering. */
  abstract ofYear(year: number): Promise<YearEvaluations>;
}

/** The answers as an import compares itself with them and writes to them. */
export abstract class EvaluationRegister implements ImportStore<Evaluation> {
  abstract stored(records: readonly Evaluation[]): ReturnType<ImportStore<Evaluation>['stored']>;
  abstract save(plan: Parameters<ImportStore<Evaluation>['save']>[0]): Promise<boolean>;
}
