import { violation, type Violation } from './account.violations';

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

/** Why this cannot be a password; null when it can. Nothing is asked but length. */
export function passwordViolation(password: string): Violation | null {
  if ([...password].length < SHORTEST_PASSWORD) return violation('password-too-short');
  if (password.length > LONGEST_PASSWORD) return violation('password-too-long');
  return null;
}
