import type { Words } from '@bureau/kernel';
import { DEADLINES, type DeadlineKind } from '../deadline/deadline.catalogue';

interface TaskEntry {
  readonly label: Words;
  readonly basis: Words;
}

/** What somebody is asked to do on other grounds than a deadline. A deadline's task bears the deadline's own name. */
export const TASKS = {
  'mediators-no-answer': {
    label: {
      nl: 'Geen antwoord van de mediators: volgend koppel',
      en: 'No answer of the mediators: next pair',
    },
    basis: {
      nl: 'Huisregel: vier kantooruren om te antwoorden, dan het volgende koppel',
      en: 'House rule: four hours of the office to answer, then the next pair',
    },
  },
} as const satisfies Record<string, TaskEntry>;

export type TaskKind = keyof typeof TASKS | DeadlineKind;

const ENTRIES: Readonly<Record<string, TaskEntry>> = { ...DEADLINES, ...TASKS };

/** What a task is called; a kind that has been retired since by its code. */
export const taskLabel = (kind: string): Words => ENTRIES[kind]?.label ?? { nl: kind, en: kind };
