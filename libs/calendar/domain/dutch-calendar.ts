import type { BureauCalendar } from './bureau-calendar';
import { DUTCH_HOLIDAYS } from './dutch-holidays.catalogue';

/** The calendar of a bureau in the Netherlands. */
export const DUTCH_CALENDAR: BureauCalendar = { zone: 'Europe/Amsterdam', holidays: DUTCH_HOLIDAYS };
