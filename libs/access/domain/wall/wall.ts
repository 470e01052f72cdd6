import type { Words } from '@bureau/kernel';

/** Files that a wall may stand between. */
export const FILE_KINDS = ['case', 'mediation-request'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export interface FileName {
  readonly kind: FileKind;
  readonly number: string;
}

interface CapacityEntry {
  readonly label: Words;
  /** Whether it puts who has it on that side of a wall. A planner who arranges things takes no side. */
  readonly takesSide: boolean;
  readonly basis: string;
}

const CODE =
  'Annual report 2025: conflict cases are handled by different people, without access to each other';

/** What somebody was to a file when it was open to them. */
export const CAPACITIES = {
  handler: { label: { nl: 'behandelaar', en: 'handler' }, takesSide: true, basis: CODE },
  deputy: { label: { nl: 'waarnemer', en: 'deputy' }, takesSide: true, basis: CODE },
  reader: { label: { nl: 'lezer', en: 'reader' }, takesSide: true, basis: CODE },
  breakglass: {
    label: { nl: 'lezer in nood', en: 'reader in an emergency' },
    takesSide: false,
    basis: 'NEN 7513: emergency access is logged and looked at afterwards; it changes nobody’s side',
  },
} as const satisfies Record<string, CapacityEntry>;

export type Capacity = keyof typeof CAPACITIES;

/** Why a wall stands. */
export type WallBasis = 'check' | 'register' | 'planner';

/** `suspected`: up at once, until somebody has decided; `confirmed`; `lifted`: it was none after all. */
export type WallState = 'suspected' | 'confirmed' | 'lifted';
