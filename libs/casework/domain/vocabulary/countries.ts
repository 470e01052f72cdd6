import type { Language } from '@bureau/kernel';

const names = (language: Language): Intl.DisplayNames =>
  new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });

const NAMES: Readonly<Record<Language, Intl.DisplayNames>> = { nl: names('nl'), en: names('en') };

/** The name of a country, or undefined when the code (ISO 3166-1 alpha-2) is none. */
export const countryName = (code: string, language: Language): string | undefined =>
  /^[A-Z]{2}$/.test(code) ? NAMES[language].of(code) : undefined;

export const isCountry = (code: string): boolean => countryName(code, 'en') !== undefined;
