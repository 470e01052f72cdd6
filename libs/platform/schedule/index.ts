export { JobResultRow } from './job-result.row';
export { type JobOutcome, type JobResult, JobResults } from './job-results';
export { isCaughtUp, latestOccurrence, nextOccurrence, type Occurrence } from './occurrence.rules';
export { occurrenceId, type Outcome, ScheduledJob } from './scheduled.job';
export { type ScheduledKind, type ScheduleEntry, SCHEDULES } from './schedules.catalogue';
