import { country, instant, key, language, plainDate, words } from '@bureau/mediation';
import { z } from 'zod';
import { PERSON_ROLES } from '../../domain/people/person';
import { CALLER_TYPE_CODES } from '../../domain/vocabulary/callers.catalogue';
import { CHANNEL_CODES } from '../../domain/vocabulary/channels.catalogue';
import { CASE_CODE_NAMES } from '../../domain/vocabulary/codes.catalogue';
import * as facets from '../../domain/vocabulary/facets.catalogue';

/*
 * What the desk may send. Each message says what was expected, because it is read out to whoever sent the value.
 */

export const caseNumber = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/, 'must be a case number, like 2026-00014');
export const handoverId = z.string().regex(/^HO-[0-9a-f]{12}$/, 'must be the id of a hand-over');

const line = z.union([z.literal(1), z.literal(2)], 'must be 1 or 2');
const callerRole = z
  .string()
  .regex(
    /^(?=.{1,40}$)[a-z][a-z0-9]*(_[a-z0-9]+)*$/,
    'must be a code in lower case, like mother or youth_care',
  );
const colleague = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/, 'must be the username of a colleague');
const reference = words(60);

const facetFields = {
  takingPerson: z.enum(facets.FAMILY_MEMBER_CODES).nullable().optional(),
  contactSeeker: z.enum(facets.FAMILY_MEMBER_CODES).nullable().optional(),
  fromCountry: country.nullable().optional(),
  toCountry: country.nullable().optional(),
  children: z.array(plainDate).max(30, 'must name at most 30 children').optional(),
  incident: reference.nullable().optional(),
  custody: z.enum(facets.CUSTODY_CODES).nullable().optional(),
  courtNumber: reference.nullable().optional(),
  wrong: z.enum(facets.WRONG_CODES).nullable().optional(),
  wrongOn: plainDate.nullable().optional(),
  caRequest: z.enum(facets.CENTRAL_AUTHORITY_REQUEST_CODES).nullable().optional(),
};

const person = z.strictObject({
  key,
  role: z.enum(PERSON_ROLES),
  name: words(200),
  otherNames: z.array(words(200)).max(10).default([]),
  birthDate: plainDate.nullable().default(null),
  phone: words(40).nullable().default(null),
  email: words(200).nullable().default(null),
});
const people = z.array(person).max(30, 'must name at most 30 people');

export const openSchema = z.strictObject({
  line,
  code: z.enum(CASE_CODE_NAMES),
  callerType: z.enum(CALLER_TYPE_CODES),
  callerRole,
  openedOn: plainDate.optional(),
  people: people.default([]),
  ...facetFields,
});

export const reviseSchema = z.strictObject({
  code: z.enum(CASE_CODE_NAMES).optional(),
  callerType: z.enum(CALLER_TYPE_CODES).optional(),
  callerRole: callerRole.optional(),
  ...facetFields,
});

export const peopleSchema = z.strictObject({ people });

export const contactSchema = z.strictObject({
  channel: z.enum(CHANNEL_CODES),
  at: instant.optional(),
  callerType: z.enum(CALLER_TYPE_CODES).optional(),
  direction: z.enum(facets.CONTACT_DIRECTION_CODES).nullable().default(null),
  minutes: z.int().min(0).max(600).nullable().default(null),
  language: language.nullable().default(null),
  summary: words(4000).nullable().default(null),
});

export const closeSchema = z.strictObject({
  reason: z.enum(facets.CLOSING_REASON_CODES),
  closedOn: plainDate.optional(),
});
export const reopenSchema = z.strictObject({ reason: words(500) });
export const followUpSchema = z.strictObject({ dueOn: plainDate, reason: words(500) });
export const referralSchema = z.strictObject({ partner: z.enum(facets.CHAIN_PARTNER_CODES) });
export const assignSchema = z.strictObject({ handler: colleague });
export const deputySchema = z.strictObject({ deputy: colleague.nullable() });

export const offerSchema = z.strictObject({
  kind: z.enum(['IKO', 'NIKO']),
  consentBy: words(200),
  consentOn: plainDate,
  facts: z.strictObject({
    parent: z.enum(['mother', 'father', 'other']),
    contact: z.strictObject({
      name: words(200),
      phone: words(40).nullable().default(null),
      email: words(200).nullable().default(null),
    }),
    wish: words(500),
    languages: z.array(language).min(1, 'must name at least one').max(10),
    isSafetyConcern: z.boolean(),
  }),
});
export const reasonSchema = z.strictObject({ reason: words(500) });

const count = z
  .string()
  .regex(/^\d{1,3}$/, 'must be a whole number from 1 to 200')
  .transform(Number)
  .pipe(z.int().min(1).max(200))
  .default(50);

const codes = <T extends string>(values: readonly T[]) => z.enum(values as readonly [T, ...T[]]);

/** What can be asked of the list; everything is optional. Without an id: a query under one is left out of openapi.json. */
export const caseQuerySchema = z.strictObject({
  own: z.enum(['1', '0']).optional(),
  open: z.enum(['1', '0']).optional(),
  line: z.enum(['1', '2']).optional(),
  state: codes(facets.CASE_STATE_CODES).optional(),
  handler: colleague.optional(),
  year: z
    .string()
    .regex(/^\d{4}$/, 'must be a year')
    .optional(),
  code: codes(CASE_CODE_NAMES).optional(),
  due: plainDate.optional(),
  q: words(100).optional(),
  cursor: z.string().max(200).optional(),
  limit: count,
});

const placeSchema = z.tuple([z.string().max(10), caseNumber]);

export const cursorOf = ({ due, number }: { readonly due: string; readonly number: string }): string =>
  Buffer.from(JSON.stringify([due, number])).toString('base64url');

/** The place a cursor stands for; null when it is none of ours. */
export function placeFrom(cursor: string): { readonly due: string; readonly number: string } | null {
  try {
    const place = placeSchema.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return place.success ? { due: place.data[0], number: place.data[1] } : null;
  } catch {
    return null;
  }
}
