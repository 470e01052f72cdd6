import type { BureauCalendar } from '@bureau/calendar';

/** What the advice desk goes by. Given by the composition root, never looked up. */
export abstract class DeskRules {
  abstract readonly calendar: BureauCalendar;
}
