/** Ages in whole years, first and last included. The Convention itself ends at 16, the advice desk at 18. */
const BANDS = {
  '0-5': [0, 5],
  '6-12': [6, 12],
  '13-15': [13, 15],
  '16-17': [16, 17],
} as const satisfies Record<string, readonly [number, number]>;

/** The bands of the report of 2021. They always have a row. */
export const FIXED_AGE_BANDS: readonly string[] = Object.keys(BANDS);

/** The band of an age; null for an age that no child of the desk can have: not yet born, or of age. */
export const ageBandOf = (age: number): string | null =>
  Object.entries(BANDS).find(([, [first, last]]) => first <= age && age <= last)?.[0] ?? null;
