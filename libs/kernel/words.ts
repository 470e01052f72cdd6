/** The languages every text of the bureau exists in; Dutch first. */
export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in every language of the bureau. */
export type Words = Readonly<Record<Language, string>>;
