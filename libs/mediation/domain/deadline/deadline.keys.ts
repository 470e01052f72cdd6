/** The names by which the catalogue of deadlines speaks of days, deeds and conditions; their meaning is beside it. */
export type AnchorKey =
  | 'registration'
  | 'petition'
  | 'directions-hearing'
  | 'full-chamber'
  | 'talks-held'
  | 'both-signed'
  | 'first-session-start'
  | 'expected-first-session'
  | 'course-ended'
  | 'evaluation-sent';

export type MilestoneKey =
  | 'first-step'
  | 'both-talks-held'
  | 'hearing-held'
  | 'both-signed'
  | 'pair-confirmed'
  | 'both-funded'
  | 'both-informed'
  | 'curator-asked'
  | 'curator-appointed'
  | 'curator-reported'
  | 'interview-delivered'
  | 'first-session-held'
  | 'result-reported'
  | 'evaluation-sent'
  | 'evaluation-answered'
  | 'court-decided';

export type ConditionKey =
  | 'file-open'
  | 'course-open'
  | 'curator-required'
  | 'curator-at-work'
  | 'interview-agreed'
  | 'court-awaits-result';
