import { FILE_KINDS } from '@bureau/access';
import { parsePlainDate, type PlainDate } from '@bureau/kernel';
import { z } from 'zod';

const MOST_PEOPLE = 20;

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^[^\p{Cc}]*$/u, 'must be one line');
const birthDate = z
  .string()
  .transform((text, context): PlainDate => {
    const date = parsePlainDate(text);
    if (date) return date;
    context.addIssue('must be a day that exists (YYYY-MM-DD)');
    return z.NEVER;
  })
  .nullable()
  .default(null);

const person = z.strictObject({
  key: z.string().regex(/^[a-zA-Z0-9-]{1,40}$/, 'must be letters, figures and hyphens'),
  role: z.enum(['mother', 'father', 'parent', 'related']),
  name: line(200).nullable().default(null),
  otherNames: z.array(line(200)).max(10).default([]),
  birthDate,
  phone: line(40).nullable().default(null),
  email: line(200).nullable().default(null),
});

export const conflictCheckSchema = z
  .strictObject({
    kind: z.enum(FILE_KINDS),
    /** The file these people are of; left out before there is one. */
    number: z.string().trim().min(1).max(60).nullable().default(null),
    client: z.string().nullable().default(null),
    people: z.array(person).max(MOST_PEOPLE),
    children: z
      .array(z.strictObject({ birthDate, name: line(200).nullable().default(null) }))
      .max(MOST_PEOPLE)
      .default([]),
  })
  .refine(({ people }) => new Set(people.map(({ key }) => key)).size === people.length, {
    path: ['people'],
    message: 'every person needs a key of their own',
  })
  .refine(({ client, people }) => client === null || people.some(({ key }) => key === client), {
    path: ['client'],
    message: 'must be the key of one of the people',
  });

export const decisionSchema = z.strictObject({
  decision: z.enum(['conflict', 'no-conflict']),
  reason: z.string().trim().min(1).max(2_000),
});

export const checkIdSchema = z.string().min(1).max(60);
