import type { Words } from '@bureau/kernel';

/** Where somebody stands in the pool, and what that allows. */
export interface StageEntry {
  readonly label: Words;
  readonly basis: string;
  /** May be one of a pair now. */
  readonly mayMediate: boolean;
  /** Needs nobody more experienced beside them. */
  readonly isFullMember: boolean;
}

const REPORT_2025 = 'Annual report 2025';
const HOUSE = 'House rule';

export const STAGES = {
  applicant: {
    label: { nl: 'Kandidaat', en: 'Applicant' },
    basis: HOUSE,
    mayMediate: false,
    isFullMember: false,
  },
  training: {
    label: { nl: 'In opleiding', en: 'In training' },
    basis: 'Annual report 2025: seven-day course',
    mayMediate: false,
    isFullMember: false,
  },
  practice: {
    label: { nl: 'Praktijkdeel', en: 'Practice phase' },
    basis: 'Annual report 2025: practice phase under supervision',
    mayMediate: true,
    isFullMember: false,
  },
  full: {
    label: { nl: 'Volledig lid', en: 'Full member' },
    basis: REPORT_2025,
    mayMediate: true,
    isFullMember: true,
  },
  on_leave: {
    label: { nl: 'Met verlof', en: 'On leave' },
    basis: HOUSE,
    mayMediate: false,
    isFullMember: false,
  },
  left: {
    label: { nl: 'Vertrokken', en: 'Left' },
    basis: HOUSE,
    mayMediate: false,
    isFullMember: false,
  },
} as const satisfies Record<string, StageEntry>;

export type Stage = keyof typeof STAGES;
export const STAGE_CODES = Object.keys(STAGES) as readonly Stage[];
