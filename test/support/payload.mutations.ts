import type { SeededChance } from './seeded.chance';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [field: string]: Json };

/** What a field can hold that it should not, or may: attacks and near misses alike. */
const ODDITIES: readonly Json[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  -(2 ** 63),
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e',
  'x'.repeat(600),
  '__proto__',
  'constructor',
  'A',
  'B',
  'C',
  'c1',
  'm01',
  'k1',
  '2026-02-30',
  '2026-03-20',
  '1899-12-31',
  '2199-12-31',
  '9999-12-31',
  '+010000-01-01',
  '2026-03-21T09:30:00+01:00',
  '2199-12-31T23:59:59-14:00',
  '2026-03-21T24:00:00Z',
  [],
  [[]],
  {},
  { length: 3 },
  ['A', 'A'],
  '%00',
  "'; drop table mediation_request; --",
  '{parent}',
];

const STRANGE_FIELDS = [
  '__proto__',
  'constructor',
  'toString',
  'stamp',
  'at',
  'actor',
  'revision',
  'é',
  '',
  'type ',
];

/** A copy of the payload with one thing wrong somewhere in it, at any depth. */
export function mutated(payload: Json, chance: SeededChance): Json {
  const isLeaf = payload === null || typeof payload !== 'object';
  if (isLeaf || chance.next() < 0.15) return replaced(payload, chance);
  return Array.isArray(payload)
    ? inList(payload as readonly Json[], chance)
    : inObject(payload as { readonly [field: string]: Json }, chance);
}

function replaced(value: Json, chance: SeededChance): Json {
  if (typeof value === 'string' && chance.next() < 0.4) return garbled(value, chance);
  if (typeof value === 'number' && chance.next() < 0.4) return value + chance.among([-1, 1, 0.5, 1e9, -1e9]);
  return chance.among(ODDITIES);
}

function garbled(text: string, chance: SeededChance): string {
  const at = chance.below(text.length + 1);
  const piece = chance.among(['', '\u0000', 'é', '9', '-', ' ', text]);
  return text.slice(0, at) + piece + text.slice(at + chance.below(2));
}

function inList(list: readonly Json[], chance: SeededChance): Json {
  const at = chance.below(Math.max(1, list.length));
  const item = list[at] ?? null;
  switch (chance.below(5)) {
    case 0:
      return [...list, item];
    case 1:
      return list.filter((_, index) => index !== at);
    case 2:
      return [...list, chance.among(ODDITIES)];
    default:
      return list.map((one, index) => (index === at ? mutated(one, chance) : one));
  }
}

function inObject(object: { readonly [field: string]: Json }, chance: SeededChance): Json {
  const fields = Object.keys(object);
  const field = fields.length > 0 ? chance.among(fields) : 'reason';
  switch (chance.below(6)) {
    case 0:
      return withField(object, chance.among(STRANGE_FIELDS), chance.among(ODDITIES));
    case 1:
      return Object.fromEntries(Object.entries(object).filter(([name]) => name !== field));
    default:
      return withField(object, field, mutated(object[field] ?? null, chance));
  }
}

/** `__proto__` too becomes a field of the copy, as JSON.parse would make it. */
const withField = (object: { readonly [field: string]: Json }, name: string, value: Json): Json =>
  Object.fromEntries([...Object.entries(object), [name, value]]);
