/** What the bureau decides for itself about conflict checks. */
export interface MatchPolicy {
  readonly version: string;
  /** From here on two records are taken for possibly one person, and somebody looks. */
  readonly samePersonFrom: number;
  /** From here on children alone make two files those of one family: more than one birth date in common. */
  readonly sameChildrenFrom: number;
}
