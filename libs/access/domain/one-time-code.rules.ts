/** RFC 6238 as every authenticator app knows it. */
export const ONE_TIME_CODE = {
  digits: 6,
  periodSeconds: 30,
  /** RFC 6238, 5.2: one step back and one ahead, for clocks that differ and people who type. */
  window: 1,
} as const;

/** How many codes stand in for a lost telephone, each once. House rule: as many as fit on a card. */
export const RECOVERY_CODES = 10;

export type TypedCode =
  { readonly kind: 'one-time'; readonly code: string } | { readonly kind: 'recovery'; readonly code: string };

/** What somebody typed, read as the kind of code it can only be. Blanks and capitals make no difference. */
export function typedCode(text: string): TypedCode {
  const code = text.replace(/\s/g, '').toLowerCase();
  return /^\d{6}$/.test(code) ? { kind: 'one-time', code } : { kind: 'recovery', code };
}
