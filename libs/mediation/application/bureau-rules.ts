import type { BureauCalendar } from '@bureau/calendar';
import type { RequestPolicy } from '../domain/request/request.policy';

/** What this bureau goes by: its calendar and its policy. Given by the composition root, never looked up. */
export abstract class BureauRules {
  abstract readonly calendar: BureauCalendar;
  abstract readonly requestPolicy: RequestPolicy;
}
