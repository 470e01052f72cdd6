export type TermUnit = 'calendar_day' | 'working_day' | 'week' | 'month' | 'hour';

/** How long a term is and which way it is counted from its anchor. */
export interface TermSpan {
  /** A whole number, never negative: the direction says which way. */
  readonly length: number;
  readonly unit: TermUnit;
  readonly direction: 'forward' | 'backward';
}
