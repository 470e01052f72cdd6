/** Where nobody has written down the value of a facet. */
export const UNKNOWN = 'unknown';

/** The sum of a number over all groups. */
export const sumOf = <G>(groups: readonly G[], numberOf: (group: G) => number): number =>
  groups.reduce((sum, group) => sum + numberOf(group), 0);

/**
 * The groups by their value: first the values that always have a row, zero or not; then whatever else is found, by
 * name. What has no value is `unknown`, so that the parts stay the whole.
 */
export function byValue<G>(
  groups: readonly G[],
  fixed: readonly string[],
  valueOf: (group: G) => string | null,
): readonly (readonly [value: string, groups: readonly G[]])[] {
  const found = groups.map((group) => valueOf(group) ?? UNKNOWN);
  const others = [...new Set(found)].filter((value) => !fixed.includes(value)).sort();
  return [...fixed, ...others].map((value) => [value, groups.filter((_, index) => found[index] === value)]);
}
