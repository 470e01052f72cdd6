import type { Words } from '@bureau/kernel';
import type { JobKind } from '../queue/jobs.catalogue';

export interface ScheduleEntry {
  readonly basis: Words;
  /** When, by the clocks of the bureau. Never between two and three: once a year that hour is skipped or shown twice. */
  readonly at: string;
  readonly on: 'working days' | 'every day' | { readonly month: number; readonly day: number };
  /** Until when it still makes sense after its moment was missed. It is caught up once, however often it was missed. */
  readonly caughtUp: 'the same day' | 'always';
}

const HOUSE: Words = { nl: 'Huisregel van het bureau', en: 'House rule of the bureau' };

/** Everything that comes back by the calendar. Adding one is an entry here, one in JOBS, and a ScheduledJob. */
export const SCHEDULES = {
  'verify.nightly': {
    basis: {
      nl: 'AVG art. 5 lid 1 onder f en art. 32: juistheid van de dossiers wordt aangetoond',
      en: 'GDPR art. 5(1)(f) and art. 32: the integrity of the files is shown',
    },
    at: '04:00',
    on: 'every day',
    caughtUp: 'always',
  },
  'verify-cases.nightly': {
    basis: {
      nl: 'AVG art. 5 lid 1 onder f en art. 32: juistheid van de dossiers wordt aangetoond',
      en: 'GDPR art. 5(1)(f) and art. 32: the integrity of the files is shown',
    },
    at: '04:30',
    on: 'every day',
    caughtUp: 'always',
  },
  'digest.daily': {
    basis: HOUSE,
    at: '08:00',
    on: 'working days',
    caughtUp: 'the same day',
  },
  'deadlines.chase': {
    basis: {
      nl: 'Huisregel: herinnerd wordt op werkdagen om negen uur',
      en: 'House rule: reminders go out on working days at nine',
    },
    at: '09:00',
    on: 'working days',
    caughtUp: 'the same day',
  },
  'carry-over.requests': {
    basis: {
      nl: 'Jaarverslag: wat op 31 december loopt, wordt het jaar daarna niet opnieuw geteld',
      en: 'Annual report: what runs on 31 December is not counted again the next year',
    },
    at: '00:30',
    on: { month: 1, day: 1 },
    caughtUp: 'always',
  },
  'carry-over.cases': {
    basis: {
      nl: 'Jaarverslag: wat op 31 december loopt, wordt het jaar daarna niet opnieuw geteld',
      en: 'Annual report: what runs on 31 December is not counted again the next year',
    },
    at: '00:15',
    on: { month: 1, day: 1 },
    caughtUp: 'always',
  },
} as const satisfies Partial<Record<JobKind, ScheduleEntry>>;

export type ScheduledKind = keyof typeof SCHEDULES;
