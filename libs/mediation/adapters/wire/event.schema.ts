import { z } from 'zod';
import { DEADLINE_KINDS } from '../../domain/deadline/deadline.catalogue';
import { SCREENING_RESULTS, SCREENING_ROUNDS } from '../../domain/screening/screening.catalogue';
import * as codes from '../../domain/vocabulary/codes.catalogue';
import type { EventOf, EventType, LaterEvent } from '../../domain/vocabulary/events';
import { OUTCOMES, RESULT_CATEGORIES } from '../../domain/vocabulary/outcomes.catalogue';
import {
  country,
  instant,
  key,
  keys,
  language,
  parentKey,
  plainDate,
  reason,
  sessionNumber,
  words,
} from './values.schema';

const { codesOf } = codes;
const code = <T extends Record<string, codes.CodeEntry>>(catalogue: T) => z.enum(codesOf(catalogue));

const courtDates = {
  petitionOn: plainDate.optional(),
  directionsHearingOn: plainDate.optional(),
  fullChamberHearingOn: plainDate.optional(),
};

const parent = z.strictObject({
  key: parentKey,
  relation: code(codes.RELATIONS),
  role: code(codes.PARENT_ROLES),
  country,
  languages: z.array(language).max(10),
  legalAid: z.boolean(),
  secretAddress: z.boolean(),
});

const session = z.strictObject({
  no: sessionNumber,
  startsAt: instant,
  minutes: z.int().min(15).max(720),
  mode: code(codes.SESSION_MODES),
  place: words(200).optional(),
});

const event = <T extends EventType, S extends z.ZodRawShape>(type: T, payload: S) =>
  z.strictObject({ type: z.literal(type), ...payload });
const ofParent = { parent: parentKey };

/** What registers a request; over HTTP the type may be left out. */
export const registrationPayload = {
  kind: code(codes.KINDS),
  source: code(codes.SOURCES),
  phase: code(codes.LEGAL_PHASES),
  fromCountry: country,
  toCountry: country,
  parents: z.array(parent).length(2, 'must be two parents'),
  children: z
    .array(z.strictObject({ key, birthDate: plainDate }))
    .min(1)
    .max(30),
  court: z.strictObject(courtDates).optional(),
  caseNumber: key.optional(),
};

export const registrationSchema = z
  .strictObject({
    type: z.literal('request.registered').default('request.registered'),
    ...registrationPayload,
  })
  .meta({ id: 'Registration' }) satisfies z.ZodType<EventOf<'request.registered'>>;

/** One event of the public vocabulary after registration, exactly: unknown types and fields are errors. */
export const eventSchema = z
  .discriminatedUnion('type', [
    event('court.dates_changed', { ...courtDates, reason }),
    event('directions_hearing.held', {
      decisions: z.strictObject({ A: code(codes.HEARING_DECISIONS), B: code(codes.HEARING_DECISIONS) }),
    }),
    event('information_talk.held', { ...ofParent, outcome: code(codes.TALK_OUTCOMES) }),
    event('screening.completed', {
      ...ofParent,
      round: code(SCREENING_ROUNDS),
      result: code(SCREENING_RESULTS),
      instrument: words(60).optional(),
      safeguards: z.array(words(200)).max(20).optional(),
    }),
    event('agreement_to_mediate.signed', ofParent),
    event('funding.settled', {
      ...ofParent,
      by: code(codes.FUNDING_SOURCES),
      amountCents: z.int().min(0).max(100_000_000).optional(),
    }),
    event('information.received', ofParent),
    event('mediators.proposed', { mediators: z.array(key).length(2, 'must be two mediators') }),
    event('mediators.accepted', { mediator: key, reason: reason.optional() }),
    event('mediators.declined', { mediator: key, reason: reason.optional() }),
    event('mediators.replaced', { mediator: key, by: key, reason }),
    event('intake.held', { ...ofParent, result: code(codes.INTAKE_RESULTS) }),
    event('curator.asked', { curator: key, children: keys }),
    event('curator.accepted', { curator: key }),
    event('curator.declined', { curator: key }),
    event('curator.appointed', { curator: key, children: keys, orderOn: plainDate }),
    event('curator.reported', { curator: key.optional() }),
    event('curator.discharged', { curator: key.optional() }),
    event('child_interview.consented', ofParent),
    event('child_interview.refused', ofParent),
    event('child_interview.held', { children: keys, interviewer: key }),
    event('child_interview.report_delivered', {}),
    event('sessions.planned', { sessions: z.array(session).min(1).max(20) }),
    event('session.moved', { no: sessionNumber, startsAt: instant, reason }),
    event('session.held', {
      no: sessionNumber,
      mode: code(codes.SESSION_MODES),
      present: z.array(words(60)).min(1).max(30),
      incident: words(500).optional(),
    }),
    event('session.cancelled', { no: sessionNumber, reason }),
    event('interim_contact.agreed', {
      starting: z.union([plainDate, instant]),
      how: words(500),
      supervised: z.boolean(),
    }),
    event('agreement.drafted', { agreement: code(codes.AGREEMENTS) }),
    event('agreement.reviewed', ofParent),
    event('agreement.signed', ofParent),
    event('agreement.signature_withdrawn', ofParent),
    event('outcome.recorded', {
      outcome: code(OUTCOMES),
      reasons: z.array(code(codes.NO_AGREEMENT_REASONS)).max(20).optional(),
      effects: z.strictObject({
        firstConversation: z.boolean(),
        contactDuringMediation: z.boolean(),
        communication: code(codes.COMMUNICATION_EFFECTS),
      }),
      topics: z
        .record(
          z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,49}$/, 'must be a topic: letters, digits, _ and -'),
          code(codes.TOPIC_RESULTS),
        )
        .refine((topics) => Object.keys(topics).length <= 40, 'must be at most 40 topics')
        .optional(),
    }),
    event('request.not_started', {
      reason: code(codes.NOT_STARTED_REASONS),
      by: z.enum(['A', 'B', 'both', 'bureau']).optional(),
    }),
    event('request.stopped_after_intake', { reason: code(codes.AFTER_INTAKE_REASONS) }),
    event('request.suspended', { reason }),
    event('request.resumed', { reason }),
    event('request.withdrawn', { by: parentKey.optional(), reason }),
    event('request.overtaken', { by: parentKey.optional(), reason }),
    event('result.reported', { to: code(codes.RESULT_ADDRESSEES), category: code(RESULT_CATEGORIES) }),
    event('deadline.overridden', { deadline: z.enum(DEADLINE_KINDS), dueOn: plainDate, reason }),
    event('evaluation.sent', ofParent),
    event('request.reopened', { reason }),
    event('request.closed', {}),
  ])
  .meta({ id: 'RequestEvent' }) satisfies z.ZodType<LaterEvent>;

/** Every event type the schema knows: held against the domain's own list by a test. */
export const SCHEMA_EVENT_TYPES: readonly string[] = eventSchema.options.map(
  (option) => option.shape.type.values.values().next().value ?? '',
);
