import type { BureauCalendar } from '@bureau/calendar';
import type { Words } from '@bureau/kernel';
import type { RequestPolicy } from '../domain/request/request.policy';

/** How long people of the pool keep seeing a request that is closed. */
export interface AccessAfterClosing {
  /** The last of these days is a whole one; the day of closing does not count. */
  readonly mediatorDays: number;
  readonly basis: Words;
}

/** What this bureau goes by: its calendar and its policy. Given by the composition root, never looked up. */
export abstract class BureauRules {
  abstract readonly calendar: BureauCalendar;
  abstract readonly requestPolicy: RequestPolicy;
  abstract readonly accessAfterClosing: AccessAfterClosing;
}
