import type { Words } from '@bureau/kernel';
import type { DeadlineKind, DeadlineRule } from './deadline.catalogue';

/** What happens around the last day of a deadline. Reminders and escalations come on working days at nine. */
export interface Chase {
  /** So many working days before the last day; 0: on the last day itself, or the working day before it. Null: never. */
  readonly remindsBefore: number | null;
  /** So many working days after the last day, the senior coordinator is told. Null: never. */
  readonly escalatesAfter: number | null;
  readonly basis: Words;
}

const HOUSE: Words = { nl: 'Huisregel van het bureau', en: 'House rule of the bureau' };
const COURT: Words = {
  nl: 'Huisregel: wat de rechtbank wacht, duldt geen uitstel',
  en: 'House rule: what the court waits for bears no delay',
};
const EVALUATION: Words = {
  nl: 'Huisregel: de dag zelf is de dag om te versturen',
  en: 'House rule: the day itself is the day to send it',
};

/** What holds for a deadline that is not named below. */
export const CHASE_BY_SEVERITY: Readonly<Record<DeadlineRule['severity'], Chase>> = {
  alert: { remindsBefore: 1, escalatesAfter: 2, basis: HOUSE },
  // Recorded and explained; nobody is called to account for it.
  warning: { remindsBefore: null, escalatesAfter: null, basis: HOUSE },
};

/** Deadlines that are chased in another way than their severity says. */
export const CHASE_BY_KIND: Readonly<Partial<Record<DeadlineKind, Chase>>> = {
  'first-session': { remindsBefore: 3, escalatesAfter: 1, basis: HOUSE },
  'curator-report': { remindsBefore: 2, escalatesAfter: 1, basis: COURT },
  'court-status': { remindsBefore: 1, escalatesAfter: 1, basis: COURT },
  'court-result': { remindsBefore: 1, escalatesAfter: 1, basis: COURT },
  'evaluation-sent': { remindsBefore: 0, escalatesAfter: 5, basis: EVALUATION },
  'evaluation-reminder': { remindsBefore: 0, escalatesAfter: null, basis: EVALUATION },
  'evaluation-second-reminder': { remindsBefore: 0, escalatesAfter: null, basis: EVALUATION },
};
