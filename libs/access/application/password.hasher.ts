/** Keeps passwords in a form that cannot be turned back. */
export abstract class PasswordHasher {
  /** A hash that no password fits and that takes as long to verify as a real one. */
  abstract readonly decoy: string;

  abstract hash(password: string): Promise<string>;

  abstract verify(hash: string, password: string): Promise<boolean>;
}
