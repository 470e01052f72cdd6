import anyAscii from 'any-ascii';

const PLAIN = /^[ -~]*$/;
const ARABIC = /\p{Script=Arabic}/u;
const GREEK = /\p{Script=Greek}/u;
const LETTERS_OF_ARABIC = /\p{Script=Arabic}+/gu;

/** Digraphs that a table of single letters reads wrongly. */
const GREEK_DIGRAPHS: readonly (readonly [RegExp, string])[] = [
  [/ου|ού/giu, 'ou'],
  [/αυ|αύ/giu, 'av'],
  [/ευ|εύ/giu, 'ev'],
  [/γγ|γκ/giu, 'g'],
  [/(?<!\p{L})μπ/giu, 'b'],
  [/(?<!\p{L})ντ/giu, 'd'],
];

/** Letters of Arabic that stand for a long vowel or an ending, before the table of single letters is asked. */
const ARABIC_VOWELS: readonly (readonly [RegExp, string])[] = [
  [/[ًٌٍَُِّْـ]/gu, ''],
  [/^ال(?=\p{L}{2})/u, 'al '],
  [/(?<=ا)ة/gu, 't'],
  [/[ةىاآأإٱ]/gu, 'a'],
  [/(?<=^|al )[عء]/u, 'a'],
  [/(?<=^|al )[يی]/u, 'j'],
  [/[عءؤئ]/gu, ''],
  [/چ/gu, 'ch'],
  [/(?<=\S)[وۇ]$/u, 'u'],
  [/(?<=\S)[يی]$/u, 'i'],
];

const latinOfArabic = (word: string): string =>
  anyAscii(ARABIC_VOWELS.reduce((text, [from, to]) => text.replace(from, to), word));

/** Whether the text is written without most of its vowels, so that only its consonants can be compared. */
export const isWithoutVowels = (text: string): boolean => ARABIC.test(text);

/** Letters that others write as `ch`: the cedilla gets lost on the way, or is written as it is heard. */
const HEARD_AS_CH = /[çčć]/giu;

export const isHeardOtherwise = (text: string): boolean => /[çčć]/iu.test(text.normalize('NFKC'));

/** The text as somebody writes it down who hears it. */
export const asHeard = (text: string): string =>
  latinLetters(text.normalize('NFKC').replace(HEARD_AS_CH, 'ch'));

/** The text in the letters a to z, digits and punctuation, lower case: whatever the script it came in. */
export function latinLetters(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  const plain = text.normalize('NFKC').replace(LETTERS_OF_ARABIC, latinOfArabic);
  const digraphs = GREEK.test(plain) ? GREEK_DIGRAPHS : [];
  const greekRead = digraphs.reduce((read, [from, to]) => read.replace(from, to), plain);
  return anyAscii(greekRead).toLowerCase();
}
