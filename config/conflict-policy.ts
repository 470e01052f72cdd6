import type { MatchPolicy } from '@bureau/casework';

/** What the bureau in The Hague decides for itself about conflict checks. */
export const MATCH_POLICY: MatchPolicy = {
  version: '2026-1',
  // A common given name with a common surname is enough to look, and no more than that.
  samePersonFrom: 10,
  // One birth date of a child is shared by chance among thousands of files; a second one, or a name with it, is not.
  sameChildrenFrom: 14,
};
