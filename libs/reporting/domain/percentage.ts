/**
 * `part` of `whole` in per cent, rounded half away from zero; null of nothing. For whole numbers, without the errors
 * of binary fractions: 1 of 16 is 6.3 with one decimal, not 6.2.
 */
export function percentage(part: number, whole: number, decimals: number): number | null {
  if (whole === 0) return null;
  const scale = 10 ** decimals;
  const size = Math.floor((2 * 100 * scale * Math.abs(part) + Math.abs(whole)) / (2 * Math.abs(whole)));
  const isNegative = size !== 0 && part < 0 !== whole < 0;
  return (isNegative ? -size : size) / scale;
}
