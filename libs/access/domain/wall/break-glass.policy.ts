/** What the bureau asks of somebody who goes through a wall. */
export const BREAK_GLASS = {
  /** NEN 7513: emergency access needs a reason that somebody else can judge. */
  shortestReason: 20,
  /** Long enough for one emergency, too short to work in. */
  minutes: 60,
} as const;
