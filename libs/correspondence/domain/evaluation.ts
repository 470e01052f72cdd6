import type { EvaluationItem } from './evaluation-items.catalogue';

export const PARENT_KEYS = ['A', 'B'] as const;

/** What one parent answered about one mediation. No name is kept, and never the answers of both together. */
export interface Evaluation {
  /** The number of the mediation request. */
  readonly request: string;
  readonly parent: (typeof PARENT_KEYS)[number];
  readonly scores: Readonly<Record<EvaluationItem, number>>;
}

/** The year that the number of a request names (MB-2025-014: 2025); null when it names none. */
export function yearNamedBy(request: string): number | null {
  const year = /(?<!\d)(?:19|[2-9]\d)\d{2}(?!\d)/.exec(request)?.[0];
  return year === undefined ? null : Number(year);
}
