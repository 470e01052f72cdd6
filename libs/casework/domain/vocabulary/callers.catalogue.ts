import type { Words } from '@bureau/kernel';

export interface CallerTypeEntry {
  readonly label: Words;
  readonly basis: string;
}

export interface CallerRoleEntry {
  readonly label: Words;
  readonly basis: string;
  readonly type: CallerType;
}

const REPORT_2025 = 'Annual report 2025';

/** Who contacts the desk. The reports count family and professionals together as third parties. */
export const CALLER_TYPES = {
  parent: { label: { nl: 'Ouder', en: 'Parent' }, basis: REPORT_2025 },
  family: { label: { nl: 'Familie of kennis', en: 'Family or acquaintance' }, basis: REPORT_2025 },
  professional: { label: { nl: 'Professional', en: 'Professional' }, basis: REPORT_2025 },
} as const satisfies Record<string, CallerTypeEntry>;

export type CallerType = keyof typeof CALLER_TYPES;
export const CALLER_TYPE_CODES = Object.keys(CALLER_TYPES) as readonly CallerType[];

const role = (type: CallerType, nl: string, en: string): CallerRoleEntry => ({
  label: { nl, en },
  basis: REPORT_2025,
  type,
});

/**
 * What the caller is to the child, or by profession. The list of professions is open: a code that is not here is kept
 * and shown as it is.
 */
export const CALLER_ROLES = {
  mother: role('parent', 'Moeder', 'Mother'),
  father: role('parent', 'Vader', 'Father'),
  grandparent: role('family', 'Grootouder', 'Grandparent'),
  relative: role('family', 'Familielid', 'Relative'),
  acquaintance: role('family', 'Kennis', 'Acquaintance'),
  lawyer: role('professional', 'Advocaat', 'Lawyer'),
  youth_care: role('professional', 'Jeugdzorg', 'Youth care'),
  school: role('professional', 'School', 'School'),
  ind: role('professional', 'IND', 'Immigration service (IND)'),
  veilig_thuis: role('professional', 'Veilig Thuis', 'Safe at Home (Veilig Thuis)'),
  refugee_council: role('professional', 'Vluchtelingenwerk', 'Refugee council'),
  municipality: role('professional', 'Gemeente', 'Municipality'),
  kmar: role('professional', 'Koninklijke Marechaussee', 'Royal Marechaussee'),
  police: role('professional', 'Politie', 'Police'),
  womens_shelter: role('professional', 'Vrouwenopvang', "Women's shelter"),
} as const satisfies Record<string, CallerRoleEntry>;

export type KnownCallerRole = keyof typeof CALLER_ROLES;
/** One of the catalogue, or the code of a profession that is not in it. */
export type CallerRole = string;

const rolesOf = (type: CallerType): readonly KnownCallerRole[] =>
  (Object.keys(CALLER_ROLES) as KnownCallerRole[]).filter((code) => CALLER_ROLES[code].type === type);

/** The roles that callers of a type can have; for professionals those that have a label. */
export const ROLES_BY_CALLER_TYPE: Readonly<Record<CallerType, readonly KnownCallerRole[]>> = {
  parent: rolesOf('parent'),
  family: rolesOf('family'),
  professional: rolesOf('professional'),
};

const PROFESSION = /^(?=.{1,40}$)[a-z][a-z0-9]*(_[a-z0-9]+)*$/;

/** Whether a caller of that type can have the role: one of the list, or for a professional the code of a profession. */
export function isRoleOfType(callerRole: CallerRole, type: CallerType): boolean {
  const known: readonly string[] = ROLES_BY_CALLER_TYPE[type];
  if (known.includes(callerRole)) return true;
  return type === 'professional' && PROFESSION.test(callerRole) && !Object.hasOwn(CALLER_ROLES, callerRole);
}
