import type { Row } from '@bureau/platform';
import { evaluationKey } from '../../application/evaluations.file';
import { type Evaluation, yearNamedBy } from '../../domain/evaluation';
import { EVALUATION_ITEM_CODES } from '../../domain/evaluation-items.catalogue';
import type { EvaluationAnswerRow } from './evaluation-answer.row';

/** One row for each item of each form. */
export const rowsOf = (
  evaluations: readonly Evaluation[],
): readonly (Row & Record<keyof EvaluationAnswerRow, unknown>)[] =>
  evaluations.flatMap(({ request, parent, scores }) =>
    EVALUATION_ITEM_CODES.map((item) => ({
      request,
      parent,
      item,
      score: scores[item],
      request_year: yearNamedBy(request),
    })),
  );

/** The forms that the rows make up, by key. */
export function evaluationsOf(rows: readonly EvaluationAnswerRow[]): ReadonlyMap<string, Evaluation> {
  const forms = new Map<string, Evaluation>();
  for (const { request, parent, item, score } of rows) {
    const form = { request, parent: parent as Evaluation['parent'] };
    const known = forms.get(evaluationKey(form));
    const scores = { ...known?.scores, [item]: score } as Evaluation['scores'];
    forms.set(evaluationKey(form), { ...form, scores });
  }
  return forms;
}
