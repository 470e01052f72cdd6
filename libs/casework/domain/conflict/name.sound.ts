import { BoundedMemo } from '@bureau/kernel';

/** One way of writing that sounds like another; the example is why the rule is there. */
interface SoundRule {
  readonly from: RegExp;
  readonly to: string;
  readonly example: string;
}

const rule = (from: RegExp, to: string, example: string): SoundRule => ({ from, to, example });

/** Applied in this order to a word in lower case letters a to z. */
const RULES: readonly SoundRule[] = [
  rule(/^abd[aeiou]?(?:l|([drstzn])(?=\1))/, 'abd', 'Abderrahman, Abdelrahman, Abdulrahman'),
  rule(/schtsch|shch|sjtsj|szcz|sjch/g, 'sh', 'Sjtsjerbakov, Shcherbakov'),
  rule(/tsch|tsj|tch|cz/g, 'ch', 'Tsjechov, Tchekhov, Czechow'),
  rule(/sch|sh|sj|sz/g, 'sh', 'Sjevtsjenko, Shevchenko, Szewczenko'),
  rule(/dzh|dsch|dj|dz/g, 'j', 'Djamal, Jamal, Dzhamal'),
  rule(/tje$/, 'ti', 'Geertje, Geertie'),
  rule(/zh|zj/g, 'z', 'Zjoekov, Zhukov'),
  rule(/([tdbr])h(?=[aeiou]|$)/g, '$1', 'Thomas, Tomas'),
  rule(/kh/g, 'h', 'Khalid, Halid'),
  rule(/gh/g, 'g', 'Ghizlane, Gizlan'),
  rule(/ph/g, 'f', 'Christophe, Christof'),
  rule(/ck|qu|q|c(?![heiy])/g, 'k', 'Erick, Erik; Tarique, Tarik'),
  rule(/c(?=[eiy])/g, 's', 'Cecilia, Sesilia'),
  rule(/x/g, 'ks', 'Alexander, Aleksander'),
  rule(/^ou(?=[aei])/, 'w', 'Ouafa, Wafa'),
  rule(/^(?:y|i)(?=[aeou])/, 'j', 'Yousef, Joesoef, Iousef'),
  rule(/ou|oe|oo|uu|ue/g, 'u', 'Bouzid, Boezid, Buzid'),
  rule(/ei|ey|ai|ay|aj(?![aeiou])|ej(?![aeiou])/g, 'i', 'Leila, Leyla, Layla'),
  rule(/ij|ie|ee|y/g, 'i', 'Meijer, Meyer; Karim, Kareem'),
  rule(/i[ij]+/g, 'i', 'Yuliya, Juliia, Julia'),
  rule(/aa|ae/g, 'a', 'Haas, Has'),
  rule(/w/g, 'v', 'Kowalski, Kovalski'),
  rule(/ff$|v$/g, 'f', 'Ivanov, Iwanow, Ivanoff'),
  rule(/(.)\1+/g, '$1', 'Mohammed, Mohamed'),
  rule(/(?<=.)h$/, '', 'Sarah, Sara'),
];

// The words of names repeat: of a hundred thousand people most share a given name with many others.
const MOST_REMEMBERED = 50_000;

const sounds = new BoundedMemo(
  (word: string): string =>
    RULES.reduce((text, { from, to }) => text.replace(from, to), word.replace(/[^a-z]/g, '')),
  MOST_REMEMBERED,
);

/** How the word sounds, written one way: two spellings of one name usually come out the same. */
export const soundOf = (word: string): string => sounds.of(word);

const AMBIGUOUS = /ch/;
const consonants = new BoundedMemo(readConsonants, MOST_REMEMBERED);

/**
 * The consonants of how a word sounds, in classes; a first vowel is kept as `a`. Two when `ch` may be the one of
 * Rachid (sh) or the one of Chaled (h).
 */
export const consonantsOf = (sound: string): readonly string[] => consonants.of(sound);

function readConsonants(sound: string): readonly string[] {
  const readings = AMBIGUOUS.test(sound) ? [sound.replace(/ch/g, 's'), sound.replace(/ch/g, 'h')] : [sound];
  return readings.map((reading) => {
    const classes = reading
      .replace(/sh/g, 's')
      .replace(/z/g, 's')
      .replace(/v/g, 'f')
      .replace(/^[aeiou]+/, 'A');
    return classes
      .replace(/[aeiou]/g, '')
      .replace(/(.)\1+/g, '$1')
      .toLowerCase();
  });
}

/** One ending of a surname that goes with the sex of who bears it. */
const GENDERED: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(.{2,}[oei]v)a$/, ['$1']],
  [/^(.{3,})ova$/, ['$1']],
  [/^(.{2,}[sck]k)(?:aia|aya|aja|a)$/, ['$1i']],
  [/^(.{2,}[sck]k)(?:ii|iy|ij|y)$/, ['$1i']],
  [/^(.{3,}in)a$/, ['$1']],
  [/^(.{3,}opul)u$/, ['$1os']],
  [/^(.{3,}ak)i$/, ['$1is']],
  [/^(.{3,}id)i$/, ['$1is']],
];

const stems = new BoundedMemo(
  (sound: string): readonly string[] => [
    sound,
    ...GENDERED.flatMap(([ending, forms]) =>
      ending.test(sound) ? forms.map((form) => soundOf(sound.replace(ending, form))) : [],
    ),
  ],
  MOST_REMEMBERED,
);

/** How the name sounds without regard to the sex of its bearer: Ivanova as Ivanov, Kowalska as Kowalski. */
export const stemsOf = (sound: string): readonly string[] => stems.of(sound);
