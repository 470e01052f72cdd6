import { weekdayOf, type PlainDate, type Words } from '@bureau/kernel';

/** Our own tables and not `Intl`: letters and calendar files must stay the same byte for byte over Node versions. */
const WEEKDAYS: readonly Words[] = [
  { nl: 'zondag', en: 'Sunday' },
  { nl: 'maandag', en: 'Monday' },
  { nl: 'dinsdag', en: 'Tuesday' },
  { nl: 'woensdag', en: 'Wednesday' },
  { nl: 'donderdag', en: 'Thursday' },
  { nl: 'vrijdag', en: 'Friday' },
  { nl: 'zaterdag', en: 'Saturday' },
];

/** The name of the day of the week. */
export function weekdayInWords(date: PlainDate): Words {
  const words = WEEKDAYS[weekdayOf(date)];
  if (!words) throw new RangeError(`'${date}' has no weekday`);
  return words;
}
