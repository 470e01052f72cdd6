import type { Words } from '@bureau/kernel';

export interface ChannelEntry {
  readonly label: Words;
  readonly basis: string;
}

const REPORT_2025 = 'Annual report 2025';

/** The ways in which the bureau is asked something. */
export const CHANNELS = {
  phone: { label: { nl: 'Telefoon', en: 'Telephone' }, basis: REPORT_2025 },
  email: { label: { nl: 'E-mail', en: 'E-mail' }, basis: REPORT_2025 },
  form: { label: { nl: 'Contactformulier', en: 'Contact form' }, basis: REPORT_2025 },
} as const satisfies Record<string, ChannelEntry>;

export type Channel = keyof typeof CHANNELS;
export const CHANNEL_CODES = Object.keys(CHANNELS) as readonly Channel[];
