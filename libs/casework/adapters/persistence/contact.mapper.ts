import type { PlainDate } from '@bureau/kernel';
import type { Row } from '@bureau/platform';
import type { ContactMoment } from '../../domain/contact-moment';
import type { ContactMomentRow } from './case.rows';

/** A contact moment as its row. `on` is the day it was where the desk is. */
export const contactRow = (
  contact: ContactMoment,
  on: PlainDate,
): Row & Record<keyof ContactMomentRow, unknown> => ({
  case_number: contact.caseNumber,
  at: contact.at,
  channel: contact.channel,
  nth: contact.nth,
  on_day: on,
  year: Number(on.slice(0, 4)),
  month: Number(on.slice(5, 7)),
  caller_type: contact.callerType,
  handler: contact.handler,
  direction: contact.direction,
  minutes: contact.minutes,
  language: contact.language,
  summary: contact.summary,
});

export const contactOf = (row: ContactMomentRow): ContactMoment => ({
  caseNumber: row.case_number,
  at: row.at,
  channel: row.channel as ContactMoment['channel'],
  nth: row.nth,
  callerType: row.caller_type as ContactMoment['callerType'],
  handler: row.handler,
  direction: row.direction as ContactMoment['direction'],
  minutes: row.minutes,
  language: row.language,
  summary: row.summary,
});
