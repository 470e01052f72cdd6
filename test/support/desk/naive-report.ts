import type { DeskCase, DeskContact, DeskRecords } from './desk.records';

/*
 * The rows of the annual report about the advice desk, worked out the plain way: one loop over all records for every
 * number. Written from the published rules only and sharing nothing with the program, so that the two can be compared.
 */

const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
const BOUND_BY_TREATY = new Set(['DE', 'PL', 'MA', 'TR']);
const IN_BOTH_LISTS = [
  'international_child_abduction',
  'domestic_contact_non_compliance',
  'abduction_by_relative',
  'prevention',
  'international_contact',
  'relocation_consent',
  'holiday_consent_refused',
  'lawful_removal',
  'missing_child_116000',
  'other_advice',
];
const UNTIL_2021 = ['abduction_within_kingdom', 'refuting_threat'];
const SINCE_2022 = ['international_child_protection', 'advice_not_netherlands', 'no_substantive_advice'];

const yearOf = (day: string) => Number(day.slice(0, 4));
const unknown = (text: string) => text || 'unknown';
const children = (cases: readonly DeskCase[]) => cases.flatMap((one) => one.children).length;

/** Half away from zero, in whole per cent; empty of nothing. */
function percent(now: number, before: number): string {
  if (before === 0) return '';
  const exact = ((now - before) * 100) / before;
  const rounded = Math.sign(exact) * Math.round(Math.abs(exact));
  return String(rounded === 0 ? 0 : rounded);
}

/** Every row as `section,metric,dimension,value`, in no particular order. */
export function naiveReport({ cases, contacts }: DeskRecords, year: number): string[] {
  const rows: string[] = [];
  const add = (section: string, metric: string, dimension: string, value: number | string) =>
    rows.push(`${section},${metric},${dimension},${value}`);
  const now = cases.filter((one) => yearOf(one.openedOn) === year);
  const then = cases.filter((one) => yearOf(one.openedOn) === year - 1);
  const hasBefore = then.length > 0;
  const compare = (section: string, dimension: string, current: number, before: number) => {
    if (!hasBefore) return;
    add(section, 'previous_year', dimension, before);
    add(section, 'change', dimension, current - before);
    add(section, 'change_pct', dimension, percent(current, before));
  };

  add('cases', 'cases', 'all', now.length);
  compare('cases', 'all', now.length, then.length);
  for (const line of [1, 2]) {
    const ofLine = now.filter((one) => one.line === line);
    add('cases', 'cases', `line=${line}`, ofLine.length);
    compare('cases', `line=${line}`, ofLine.length, then.filter((one) => one.line === line).length);
    for (const month of MONTHS) {
      const ofMonth = ofLine.filter((one) => one.openedOn.startsWith(`${year}-${month}`));
      add('cases', 'cases', `line=${line};month=${month}`, ofMonth.length);
    }
  }
  const line2 = now.filter((one) => one.line === 2);
  const closed = line2.filter((one) => one.closedOn !== '' && yearOf(one.closedOn) === year);
  add('cases', 'closed_in_year', 'line=2', closed.length);
  add('cases', 'carried_over', 'line=2', line2.length - closed.length);

  addContacts(add, compare, cases, contacts, year);

  const codes = [...IN_BOTH_LISTS, ...(year <= 2021 ? UNTIL_2021 : SINCE_2022)];
  const rare = ['abandonment', 'custody_question', ...UNTIL_2021, ...SINCE_2022].filter(
    (code) => !codes.includes(code) && line2.some((one) => one.code === code),
  );
  for (const code of [...codes, ...rare, 'all']) {
    const isOfCode = (one: DeskCase) => one.line === 2 && (code === 'all' || one.code === code);
    const ofCode = now.filter(isOfCode);
    const parents = ofCode.filter((one) => one.callerType === 'parent').length;
    add('line2_codes', 'cases', `code=${code};opened_by=parent`, parents);
    add('line2_codes', 'cases', `code=${code};opened_by=third_party`, ofCode.length - parents);
    add('line2_codes', 'cases', `code=${code};opened_by=all`, ofCode.length);
    if (hasBefore)
      add('line2_codes', 'change_pct', `code=${code}`, percent(ofCode.length, then.filter(isOfCode).length));
  }

  for (const [section, code] of [
    ['prevention', 'prevention'],
    ['relocation', 'relocation_consent'],
    ['abduction', 'international_child_abduction'],
    ['international_contact', 'international_contact'],
  ] as const) {
    const isOurs = (one: DeskCase) => one.line === 2 && one.code === code && one.callerType === 'parent';
    const [ours, before] = [now.filter(isOurs), then.filter(isOurs)];
    add(section, 'cases', 'opened_by=parent', ours.length);
    add(section, 'children', 'opened_by=parent', children(ours));
    if (hasBefore) {
      add(section, 'change_pct', 'cases', percent(ours.length, before.length));
      add(section, 'change_pct', 'children', percent(children(ours), children(before)));
    }
    for (const [dimension, part] of facets(section, ours)) add(section, 'cases', dimension, part.length);
    if (section === 'abduction') addChildren(add, ours);
  }
  const relatives = line2.filter((one) => one.code === 'abduction_by_relative');
  add('abduction', 'cases', 'by_relative', relatives.length);
  add('abduction', 'children', 'by_relative', children(relatives));
  return rows;
}

type Add = (section: string, metric: string, dimension: string, value: number | string) => void;

function addContacts(
  add: Add,
  compare: (section: string, dimension: string, current: number, before: number) => void,
  cases: readonly DeskCase[],
  contacts: readonly DeskContact[],
  year: number,
): void {
  const lines = new Map(cases.map((one) => [one.number, one.line]));
  const now = contacts.filter(({ at }) => yearOf(at) === year);
  const then = contacts.filter(({ at }) => yearOf(at) === year - 1);
  add('contacts', 'contacts', 'all', now.length);
  compare('contacts', 'all', now.length, then.length);
  for (const line of [1, 2]) {
    const onLine = ({ caseNumber }: DeskContact) => lines.get(caseNumber) === line;
    add('contacts', 'contacts', `line=${line}`, now.filter(onLine).length);
    compare('contacts', `line=${line}`, now.filter(onLine).length, then.filter(onLine).length);
  }
  for (const channel of ['phone', 'email', 'form']) {
    const through = now.filter((contact) => contact.channel === channel);
    add('contacts', 'contacts', `channel=${channel}`, through.length);
    for (const caller of ['parent', 'family', 'professional']) {
      const by = through.filter(({ callerType }) => callerType === caller);
      add('contacts', 'contacts', `channel=${channel};caller=${caller}`, by.length);
    }
  }
}

const directionOf = ({ fromCountry, toCountry }: DeskCase) =>
  fromCountry === 'NL' ? 'outgoing' : toCountry === 'NL' ? 'incoming' : 'elsewhere';
const countryOf = (one: DeskCase) =>
  unknown(directionOf(one) === 'incoming' ? one.fromCountry : one.toCountry);
const treatyOf = (one: DeskCase) =>
  countryOf(one) === 'unknown' ? 'unknown' : BOUND_BY_TREATY.has(countryOf(one)) ? 'hkov' : 'non_hkov';
const leftBehind = ({ takingPerson }: DeskCase) =>
  ({ mother: 'father', father: 'mother', family: 'both' })[takingPerson] ?? 'unknown';

/** The dimensions of a case in its section, beside `opened_by`. */
function dimensionsOf(section: string, one: DeskCase): string[] {
  const caller = `caller=${one.callerRole}`;
  const isTaking = one.callerRole === one.takingPerson;
  const direction = `direction=${directionOf(one)}`;
  switch (section) {
    case 'prevention':
      return [
        caller,
        `potential_left_behind=${leftBehind(one)}`,
        `${caller};position=potential_${isTaking ? 'taking' : 'left_behind'}`,
        direction,
        ...(directionOf(one) === 'outgoing' ? [`${direction};country=${countryOf(one)}`] : []),
      ];
    case 'relocation':
      return [
        caller,
        `mover=${unknown(one.takingPerson)}`,
        `${caller};mover=${isTaking ? 'self' : 'other_parent'}`,
        ...(directionOf(one) === 'elsewhere' ? [direction] : []),
      ];
    case 'abduction':
      return [
        caller,
        `taking=${unknown(one.takingPerson)}`,
        `caller_position=${isTaking ? 'taking' : 'left_behind'}`,
        ...journeyOf(one),
        ...(directionOf(one) === 'elsewhere' ? [] : [`${direction};country=${countryOf(one)}`]),
      ];
    default:
      return [caller, `seeker=${unknown(one.contactSeeker)}`];
  }
}

const journeyOf = (one: DeskCase): string[] => {
  const direction = `direction=${directionOf(one)}`;
  return directionOf(one) === 'elsewhere' ? [direction] : [direction, `${direction};treaty=${treatyOf(one)}`];
};

const PARENTS = ['mother', 'father'];
const ALWAYS: Readonly<Record<string, readonly string[]>> = {
  prevention: [
    ...PARENTS.flatMap((parent) => [
      `caller=${parent}`,
      `potential_left_behind=${parent}`,
      `caller=${parent};position=potential_taking`,
      `caller=${parent};position=potential_left_behind`,
    ]),
    'direction=outgoing',
    'direction=incoming',
    'direction=elsewhere',
  ],
  relocation: [
    ...PARENTS.flatMap((parent) => [
      `caller=${parent}`,
      `mover=${parent}`,
      `caller=${parent};mover=self`,
      `caller=${parent};mover=other_parent`,
    ]),
    'direction=elsewhere',
  ],
  abduction: [
    ...PARENTS.flatMap((parent) => [`caller=${parent}`, `taking=${parent}`]),
    'caller_position=taking',
    'caller_position=left_behind',
    'direction=elsewhere',
    ...['outgoing', 'incoming'].flatMap((direction) => [
      `direction=${direction}`,
      `direction=${direction};treaty=hkov`,
      `direction=${direction};treaty=non_hkov`,
    ]),
  ],
  international_contact: PARENTS.flatMap((parent) => [`caller=${parent}`, `seeker=${parent}`]),
};

/** The cases by dimension; what always has a row is there without any. */
function facets(section: string, cases: readonly DeskCase[]): Map<string, DeskCase[]> {
  const found = new Map<string, DeskCase[]>((ALWAYS[section] ?? []).map((dimension) => [dimension, []]));
  for (const one of cases)
    for (const dimension of dimensionsOf(section, one))
      found.set(dimension, [...(found.get(dimension) ?? []), one]);
  return found;
}

function addChildren(add: Add, cases: readonly DeskCase[]): void {
  const counts = new Map<string, number>();
  const count = (dimension: string, by: number) => counts.set(dimension, (counts.get(dimension) ?? 0) + by);
  for (const direction of ['outgoing', 'incoming', 'elsewhere']) count(`direction=${direction}`, 0);
  for (const direction of ['outgoing', 'incoming'])
    for (const part of ['treaty=hkov', 'treaty=non_hkov', 'age=0-5', 'age=6-12', 'age=13-15', 'age=16-17'])
      count(`direction=${direction};${part}`, 0);
  for (const one of cases) {
    for (const dimension of journeyOf(one)) count(dimension, one.children.length);
    if (directionOf(one) !== 'elsewhere')
      for (const born of one.children)
        count(`direction=${directionOf(one)};age=${bandOf(born, one.openedOn)}`, 1);
  }
  for (const [dimension, value] of counts) add('abduction', 'children', dimension, value);
}

function bandOf(born: string, on: string): string {
  const hadBirthday = on.slice(5) >= born.slice(5);
  const age = yearOf(on) - yearOf(born) - (hadBirthday ? 0 : 1);
  if (age < 0 || age > 17) return 'unknown';
  return age <= 5 ? '0-5' : age <= 12 ? '6-12' : age <= 15 ? '13-15' : '16-17';
}
