import { LANGUAGES, type Language, type Words } from '@bureau/kernel';
import { EVIDENCE, type Evidence } from './evidence.catalogue';
import type { FileMatch, FileRelation } from './file.match';

const RELATIONS: Readonly<Record<FileRelation, Words>> = {
  opposing: {
    nl: 'De cliënt van het ene dossier is de tegenpartij in het andere.',
    en: 'The client of one file is the other side in the other.',
  },
  risk: {
    nl: 'Beide dossiers gaan over dezelfde familie; de belangen kunnen tegengesteld zijn.',
    en: 'Both files are about the same family; the interests may be opposed.',
  },
  'same-client': { nl: 'Dezelfde persoon meldde zich eerder.', en: 'The same person came before.' },
  unrelated: { nl: 'Geen verband gevonden.', en: 'No connection found.' },
};

const signed = (bits: number): string => (bits > 0 ? `+${bits}` : String(bits));

const listed = (found: readonly Evidence[], language: Language): string =>
  found.map(({ code, bits }) => `${EVIDENCE[code].label[language]} (${signed(bits)})`).join(', ');

function wordsIn(match: FileMatch, language: Language): string {
  const lines = [
    RELATIONS[match.relation][language],
    ...match.pairs.map(({ left, right, evidence }) => `${left} = ${right}: ${listed(evidence, language)}.`),
    ...(match.children.length > 0 ? [`${listed(match.children, language)}.`] : []),
  ];
  return lines.join(' ');
}

/** Why the check says what it says: for whoever decides about it, never for whoever may not know the other file. */
export const explain = (match: FileMatch): Words =>
  Object.fromEntries(LANGUAGES.map((language) => [language, wordsIn(match, language)])) as Record<
    Language,
    string
  >;
