import { addDays, plainDateOf } from '@bureau/kernel';
import type { SeededChance } from '../seeded.chance';
import type { DeskCase, DeskContact, DeskRecords } from './desk.records';

const ROLES = {
  parent: ['mother', 'father'],
  family: ['grandparent', 'relative', 'acquaintance'],
  professional: ['lawyer', 'police', 'school'],
} as const;
const CALLER_TYPES = ['parent', 'parent', 'parent', 'family', 'professional'] as const;
const COUNTRIES = ['NL', 'NL', 'DE', 'PL', 'MA', 'TR', 'EG', 'SR', 'CW', 'SY'] as const;
const CODES_OF_2021 = [
  'international_child_abduction',
  'prevention',
  'refuting_threat',
  'other_advice',
] as const;
const CODES_OF_2025 = [
  'international_child_abduction',
  'international_child_abduction',
  'abduction_by_relative',
  'prevention',
  'international_contact',
  'relocation_consent',
  'holiday_consent_refused',
  'no_substantive_advice',
  'custody_question',
] as const;

/**
 * An advice desk of three years around the one to report on, with all that makes counting hard: the turn of the year,
 * birthdays on the day of opening, carry-over, unknown facets, third parties, two contacts in one minute. With `isFirst` there is no
 * year before.
 */
export function randomDesk(chance: SeededChance, year: number, size: number, isFirst: boolean): DeskRecords {
  const years = isFirst ? [year, year + 1] : [year - 1, year, year, year + 1];
  const cases = Array.from({ length: size }, (_, index) =>
    randomCase(chance, chance.among(years), `${year}-${String(index).padStart(5, '0')}`),
  );
  return { cases, contacts: cases.flatMap((one) => randomContacts(chance, one, years)) };
}

/** A day of the year; half of them at its turns. */
export const dayOf = (chance: SeededChance, year: number): string =>
  chance.among([
    `${year}-01-01`,
    `${year}-12-31`,
    addDays(plainDateOf(`${year}-01-01`), chance.below(365)),
    addDays(plainDateOf(`${year}-01-01`), chance.below(365)),
  ]);

/** A case opened in that year; every code and caller is as likely as another. */
export function randomCase(chance: SeededChance, year: number, number: string): DeskCase {
  const openedOn = dayOf(chance, year);
  const callerType = chance.among(CALLER_TYPES);
  const isLine1 = chance.next() < 0.3;
  const codes: readonly string[] = year <= 2021 ? CODES_OF_2021 : CODES_OF_2025;
  const member = () => chance.among(['mother', 'father', 'mother', 'father', 'family', '']);
  return {
    number,
    openedOn,
    closedOn: chance.among(['', openedOn, addDays(plainDateOf(openedOn), chance.below(200))]),
    line: isLine1 ? 1 : 2,
    code: isLine1 ? 'holiday_consent' : chance.among(codes),
    callerType,
    callerRole: chance.among(ROLES[callerType]),
    takingPerson: member(),
    contactSeeker: chance.among(['mother', 'father', '']),
    fromCountry: chance.among([...COUNTRIES, '']),
    toCountry: chance.among(['NL', 'NL', ...COUNTRIES, '']),
    children: Array.from({ length: chance.below(4) }, () => birthDate(chance, openedOn)),
  };
}

/** A child of at most 17; one in three had a birthday on the day of opening, or has one the day after. */
function birthDate(chance: SeededChance, openedOn: string): string {
  const age = chance.below(17);
  const monthAndDay = openedOn.slice(4).replace('-02-29', '-02-28');
  const birthday = plainDateOf(`${Number(openedOn.slice(0, 4)) - age}${monthAndDay}`);
  return chance.among([
    birthday,
    addDays(birthday, age === 0 ? 0 : 1),
    addDays(birthday, -chance.below(364)),
  ]);
}

const randomContacts = (chance: SeededChance, one: DeskCase, years: readonly number[]): DeskContact[] =>
  Array.from({ length: chance.below(4) }, () => ({
    caseNumber: one.number,
    at: `${dayOf(chance, chance.among(years))}T${chance.among(['09:00', '09:00', '23:59'])}:00+01:00`,
    channel: chance.among(['phone', 'phone', 'email', 'form']),
    callerType: chance.among(CALLER_TYPES),
  }));
