import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { type Evidence, evidence } from './evidence.catalogue';

/** Where a number without a country is taken to be. */
const HOME = 'NL';
/** Digits at the end that tell a number, whatever stands before: a trunk zero, 0031, +31, a missing country. */
const TELLING_DIGITS = 8;

const FIGURES_AND_SIGNS = /^[\d\s()+./-]+$/;

/** The end of the number, equal for all ways of writing it; null when the text is not a telephone number. */
export function phoneKey(phone: string | null): string | null {
  if (phone === null) return null;
  // Written in figures and signs alone, the end of the number is the same in every country's way of writing it.
  if (FIGURES_AND_SIGNS.test(phone)) return endOf(phone.replace(/\D/g, ''));
  const international = phone.trim().replace(/^00/, '+');
  const digits = parsePhoneNumberFromString(international, HOME)?.nationalNumber ?? phone.replace(/\D/g, '');
  return endOf(digits);
}

const endOf = (digits: string): string | null =>
  digits.length < TELLING_DIGITS ? null : digits.slice(-TELLING_DIGITS);

/** The mailbox, equal for all ways of writing it: case, dots and what follows a plus do not tell mailboxes apart. */
export function emailKey(email: string | null): string | null {
  const [mailbox, host, ...more] = (email ?? '').trim().toLowerCase().split('@');
  if (!mailbox || !host || more.length > 0) return null;
  return `${mailbox.replace(/\+.*$/, '').replaceAll('.', '')}@${host.replace(/^googlemail\./, 'gmail.')}`;
}

const agree = (a: string | null, b: string | null): boolean => a !== null && a === b;

/** What telephone and e-mail say. That they differ says nothing: people have several. */
export const compareContacts = (
  a: { readonly phone: string | null; readonly email: string | null },
  b: { readonly phone: string | null; readonly email: string | null },
): readonly Evidence[] => [
  ...(agree(a.phone, b.phone) ? [evidence('phone-same')] : []),
  ...(agree(a.email, b.email) ? [evidence('email-same')] : []),
];
