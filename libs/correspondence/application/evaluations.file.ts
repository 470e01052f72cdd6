import { type ImportFile, oneOf, shaped, wholeNumber } from '@bureau/platform';
import { type Evaluation, PARENT_KEYS } from '../domain/evaluation';
import { SCALE } from '../domain/evaluation-items.catalogue';

const score = wholeNumber(SCALE.lowest, SCALE.highest);

const columns = {
  request: shaped(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, 'a request number, like MB-2026-001'),
  parent: oneOf(PARENT_KEYS),
  overall: score,
  recommend: score,
  information_beforehand: score,
  mediators_decisiveness: score,
  mediators_commitment: score,
  mediators_expertise: score,
  organisation_speed: score,
};

/** `evaluations.csv`: one row is the form of one parent. */
export const EVALUATIONS_FILE: ImportFile<typeof columns, Evaluation> = {
  columns,
  keyColumn: 'request',
  incoming: (rows) =>
    rows.map(({ line, values: { request, parent, ...scores } }) => ({
      line,
      key: evaluationKey({ request, parent }),
      record: { request, parent, scores },
    })),
  cellsOf: ({ request, parent, scores }) => ({
    request,
    parent,
    ...Object.fromEntries(Object.entries(scores).map(([item, value]) => [item, String(value)])),
  }),
};

/** One form for each parent of a request. */
export const evaluationKey = ({ request, parent }: Pick<Evaluation, 'request' | 'parent'>): string =>
  `${request}, parent ${parent}`;
