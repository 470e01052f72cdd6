import { DUTCH_CALENDAR, type BureauCalendar } from '@bureau/calendar';
import type { AccessAfterClosing, RequestPolicy } from '@bureau/mediation';
import { ACCESS_AFTER_CLOSING } from './access-policy';
import { REQUEST_POLICY } from './bureau-policy';

/** The calendar and the policy of this bureau, in its own time zone. */
export function bureauRules(zone: string): {
  readonly calendar: BureauCalendar;
  readonly requestPolicy: RequestPolicy;
  readonly accessAfterClosing: AccessAfterClosing;
} {
  return {
    calendar: { ...DUTCH_CALENDAR, zone },
    requestPolicy: { ...REQUEST_POLICY, zone },
    accessAfterClosing: ACCESS_AFTER_CLOSING,
  };
}
