import { HttpException } from '@nestjs/common';
import type { Language, Words } from '@bureau/kernel';

interface ProblemEntry {
  readonly status: number;
  readonly title: Words;
  readonly detail: Words;
}

/** What is said at a wall. Never that there is a wall, to somebody who may not know. */
export const WALL_PROBLEMS = {
  'unknown-file': {
    status: 404,
    title: { nl: 'Onbekend dossier', en: 'Unknown file' },
    detail: {
      nl: 'Er is geen dossier met dit nummer dat u mag inzien.',
      en: 'There is no file with this number that you may see.',
    },
  },
  'not-available-for-this-file': {
    status: 422,
    title: { nl: 'Niet beschikbaar voor dit dossier', en: 'Not available for this file' },
    detail: {
      nl: 'Deze medewerker is niet beschikbaar voor dit dossier. Kies iemand anders.',
      en: 'This colleague is not available for this file. Choose somebody else.',
    },
  },
  'reason-too-short': {
    status: 422,
    title: { nl: 'De reden is te kort', en: 'The reason is too short' },
    detail: {
      nl: 'Iemand anders moet de reden kunnen beoordelen. Schrijf in minstens twintig tekens waarom het nu moet.',
      en: 'Somebody else must be able to judge the reason. Write in twenty characters or more why it must be now.',
    },
  },
  'own-glass': {
    status: 403,
    title: { nl: 'Niet door uzelf', en: 'Not by yourself' },
    detail: {
      nl: 'Wie een dossier in nood opende, beoordeelt dat niet zelf.',
      en: 'Whoever opened a file in an emergency does not review it.',
    },
  },
} as const satisfies Record<string, ProblemEntry>;

export type WallProblemCode = keyof typeof WALL_PROBLEMS;

export function wallProblem(code: WallProblemCode, language: Language): HttpException {
  const { status, title, detail } = WALL_PROBLEMS[code];
  return new HttpException({ code, title: title[language], detail: detail[language] }, status);
}
