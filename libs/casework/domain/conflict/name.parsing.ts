import { COMMON_WORDS, isParticle, isTitle, SHORT_FORM_ROWS } from './name.parts.catalogue';
import { asHeard, isHeardOtherwise, isWithoutVowels, latinLetters } from './name.script';
import { consonantsOf, soundOf, stemsOf } from './name.sound';

/** One word of a name, worked out once so that comparing is cheap. */
export interface NameWord {
  /** In letters a to z; one letter for an initial. */
  readonly letters: string;
  readonly isInitial: boolean;
  /** The letters that may stand for it: H and J for Johannes, who may be Hans. */
  readonly initials: readonly string[];
  /** First of the name as people introduce themselves: most likely a given name. */
  readonly isFirst: boolean;
  /** Vowels were not written, so that only consonants tell. */
  readonly bare: boolean;
  readonly isCommon: boolean;
  /** How it sounds, with and without the particle before it, and without the ending that tells the sex. */
  readonly sounds: readonly string[];
  readonly consonants: readonly string[];
  /** Rows of short forms (Jan, Johannes) it belongs to. */
  readonly shortForms: readonly number[];
}

export type ParsedName = readonly NameWord[];

const commonSounds = new Set(COMMON_WORDS.map(soundOf));
const shortForms = new Map<string, readonly number[]>();
for (const [row, forms] of SHORT_FORM_ROWS.entries())
  for (const form of forms) shortForms.set(soundOf(form), [...(shortForms.get(soundOf(form)) ?? []), row]);

const SEPARATORS = /[\s\-‐-―_/()·.,;]+/u;
const ABBREVIATED_PARTICLES = /\bv\.?\s?\/?\s?d\.?\s/giu;
/** "J.H." and "JH " are two initials. */
const GLUED_INITIALS = /(?<![\p{L}])(\p{Lu}\.?){2,4}(?=\s|$)/gu;
/** A letter with a full stop is one letter in every alphabet: the Russian "Ю." is a Y, not Yu. */
const INITIAL = /(?<!\p{L})\p{L}(?=\.(?!\p{L}))/gu;
/** "Abd al-Rahman" and "Abdel Rahman" are one word, when a surname follows. */
const ABD = /\b(abd)(?:[aeu][lrs])?[\s-]+(?:(?:al|el|ul|er|ur|ar|as|es)[\s-]+)?(?=[a-z]+[\s,-]+[a-z])/g;

/** "Berg, van den, Johanna" as "Johanna van den Berg". */
function spokenOrder(name: string): string {
  const [family, ...given] = name.split(',');
  const particle = given.length > 1 ? given.slice(0, -1).join(' ') : '';
  return given.length === 0 ? name : `${given.at(-1)} ${particle} ${family}`;
}

const initialsApart = (name: string): string =>
  name.replace(GLUED_INITIALS, (found) =>
    found.includes('.') || found.length < 4 ? [...found.replaceAll('.', '')].join(' ') : found,
  );

const VOWELS: readonly string[] = [...'aeiou'];
/** Letters that stand for each other at the beginning of a name, from one alphabet to the next. */
const INITIAL_SOUNDS: Readonly<Record<string, string>> = { y: 'j', w: 'v', c: 'k', q: 'k', x: 'k', z: 's' };

/** Where vowels are not written, a first vowel may be any. */
function initialSounds(word: string, bare: boolean): readonly string[] {
  const letter = word.slice(0, 1);
  return bare && VOWELS.includes(letter) ? VOWELS : [INITIAL_SOUNDS[letter] ?? letter];
}

interface Surroundings {
  readonly particle: string;
  readonly isFirst: boolean;
  readonly bare: boolean;
  readonly heard: string;
}

function wordOf(letters: string, { particle, isFirst, bare, heard }: Surroundings): NameWord {
  const forms = [letters, heard, ...(particle ? [particle + letters] : [])];
  const sounds = [...new Set(forms.flatMap((form) => stemsOf(soundOf(form))))];
  const own = soundOf(letters);
  const rows = shortForms.get(own) ?? [];
  const written = [letters, heard, own, ...rows.flatMap((row) => SHORT_FORM_ROWS[row] ?? [])];
  return {
    letters,
    isInitial: letters.length === 1,
    initials: [...new Set(written.flatMap((form) => initialSounds(form, bare)))],
    isFirst,
    bare,
    isCommon: stemsOf(own).some((sound) => commonSounds.has(sound)),
    sounds,
    consonants: [...new Set(sounds.flatMap(consonantsOf))],
    shortForms: rows,
  };
}

/** Between consonants, the w and y of Arabic may be long vowels: both readings are kept as words that sound alike. */
function withReadings(word: NameWord): NameWord {
  if (!word.bare || !/[vw]/.test(word.letters)) return word;
  const asVowel = consonantsOf(soundOf(word.letters.replace(/(?<=.)w/g, 'u')));
  return { ...word, consonants: [...new Set([...word.consonants, ...asVowel])] };
}

/** The name, and the ways to read it in which two words beside each other are one: Kara Bulut, Karabulut. */
export function readingsOf(name: ParsedName): readonly ParsedName[] {
  if (name.length < 3) return [name];
  const glued = name.slice(1).flatMap((word, index): ParsedName[] => {
    const before = name[index];
    if (!before || before.isInitial || word.isInitial) return [];
    const letters = before.letters + word.letters;
    const one = wordOf(letters, { particle: '', isFirst: before.isFirst, bare: before.bare, heard: letters });
    return [[...name.slice(0, index), one, ...name.slice(index + 2)]];
  });
  return [name, ...glued];
}

/** Whether the part is a particle of what follows. A name that begins with one (Ben Jansen) needs two words more. */
function isLoose(part: string, rest: readonly string[], isFirst: boolean): boolean {
  if (!isParticle(part)) return false;
  const following = rest.filter((other) => !isParticle(other)).length;
  return isFirst ? part.length > 1 && following >= 2 : following >= 1;
}

/** The parts of a name, particles and all, in the order in which it is spoken. */
function partsOf(name: string, letters: (text: string) => string): readonly string[] {
  const spoken = initialsApart(spokenOrder(name).replace(ABBREVIATED_PARTICLES, 'van de '));
  const shortened = spoken.replace(INITIAL, (letter) => letters(letter).slice(0, 1));
  const plain = letters(shortened)
    .replace(/['`´’"]/g, '')
    .replace(ABD, '$1al');
  return plain.split(SEPARATORS).filter((part) => part !== '' && !isTitle(part));
}

/** The words of a name that tell people apart, in the order in which the name is spoken. Empty when nothing is left. */
export function parseName(name: string): ParsedName {
  const bare = isWithoutVowels(name);
  const parts = partsOf(name, latinLetters);
  const heard = isHeardOtherwise(name) ? partsOf(name, asHeard) : parts;
  const words: NameWord[] = [];
  let particle = '';
  for (const [index, part] of parts.entries()) {
    if (isLoose(part, parts.slice(index + 1), words.length === 0)) particle += part;
    else {
      const isFirst = words.length === 0 && particle === '';
      words.push(withReadings(wordOf(part, { particle, isFirst, bare, heard: heard[index] ?? part })));
      particle = '';
    }
  }
  return words;
}
