import type { OfficeHours } from '@bureau/calendar';

/** How long mediators who were asked have to answer, before the coordinator is told to ask the next pair. */
export const OFFER_TERM: { readonly hours: number; readonly office: OfficeHours } = {
  hours: 4,
  office: { from: '09:00', until: '17:00' },
};
