import { millisOf } from '@bureau/kernel';
import {
  auditLine,
  CHAIN_START,
  digestOf,
  type Insert,
  type Row,
  type Write,
  type WriteBatch,
} from '@bureau/platform';
import { DEADLINES } from '../../domain/deadline/deadline.catalogue';
import type { Deadline, DeadlineChange } from '../../domain/deadline/deadline.rules';
import { bookedSlots, bookingChanges, type BookedSlot } from '../../domain/request/booking.rules';
import type { RequestFacts } from '../../domain/request/request.facts';
import { partiesOf, type Party } from '../../domain/request/parties.rules';
import type { RequestSave, StoredRequest } from '../../application/request.store';
import { offerWrites } from './offer.batch';

/** Beside a registration the history keeps the policy of that day: folded again, it must not use a later one. */
export const PINNED_POLICY = '$policy';

/** What one accepted event writes, and the request as it is stored then. */
export interface Saving {
  readonly batch: WriteBatch;
  readonly stored: StoredRequest;
}

/** Everything one accepted event writes, as one batch: all of it or nothing. */
export function batchOf(save: RequestSave): Saving {
  const { number, before, decision, stamp, event } = save;
  const revision = (before?.revision ?? 0) + 1;
  const { type, ...payload } = event;
  const payloadText = JSON.stringify(
    before ? payload : { ...payload, [PINNED_POLICY]: decision.next.facts.policy },
  );
  const audit = auditLine(before?.auditHash ?? CHAIN_START, {
    file: number,
    position: revision,
    at: stamp.at,
    actor: stamp.actor,
    action: type,
    detail: digestOf(payloadText),
  });
  const state = stateColumns(save, revision, audit.hash);
  const history: Row = {
    request: number,
    position: revision,
    type,
    at: stamp.at,
    on_day: stamp.on,
    actor: stamp.actor,
    payload: payloadText,
    machine_version: decision.next.machineVersion,
    source: save.source,
  };
  const writes: Write[] = [
    { insert: 'request_event', rows: [history] },
    audit.write,
    ...deadlineWrites(number, revision, decision.changes, stamp.at),
    ...bookingWrites(save),
    ...partyWrites(save),
    ...keyWrites(save),
    ...offerWrites(save),
  ];
  const stored = { snapshot: decision.next, revision, auditHash: audit.hash, assignee: save.assignee };
  if (!before) {
    const opening = { insert: 'mediation_request', rows: [{ number, ...registration(save), ...state }] };
    return { stored, batch: { writes: [opening, ...writes] } };
  }
  // The journal's hash too: after a restored backup the same number of events may have been other events.
  const where = { number, revision: before.revision, audit_hash: before.auditHash };
  return { stored, batch: { guard: { change: 'mediation_request', where, set: state }, writes } };
}

function stateColumns({ decision, assignee }: RequestSave, revision: number, auditHash: string): Row {
  const next = nextDeadline(decision.deadlines);
  return {
    phase: decision.phase,
    is_open: decision.next.facts.closed === null,
    closed_on: decision.next.facts.closed?.on ?? null,
    assignee,
    next_deadline: next?.kind ?? null,
    next_due_on: next?.dueOn ?? null,
    next_due_at: next ? millisOf(next.dueAt) : null,
    machine_version: decision.next.machineVersion,
    revision,
    snapshot: JSON.stringify(decision.next),
    audit_hash: auditHash,
  };
}

function registration({ number, decision }: RequestSave): Row {
  const { kind, registered } = decision.next.facts;
  const given = /^MB-(\d{4})-(\d{1,9})$/.exec(number);
  return {
    registered_year: Number(registered.on.slice(0, 4)),
    sequence: given ? Number(given[2]) : 0,
    kind,
    registered_on: registered.on,
  };
}

/** The open deadline that is due first; a mere warning only when there is nothing else. */
export function nextDeadline(deadlines: readonly Deadline[]): Deadline | null {
  const open = deadlines.filter(({ state }) => state === 'open');
  const alerts = open.filter(({ kind }) => DEADLINES[kind].severity === 'alert');
  const pool = alerts.length > 0 ? alerts : open;
  return pool.reduce<Deadline | null>(
    (first, one) => (first && first.dueAt <= one.dueAt ? first : one),
    null,
  );
}

function deadlineWrites(
  number: string,
  revision: number,
  changes: readonly DeadlineChange[],
  at: RequestSave['stamp']['at'],
): Write[] {
  if (changes.length === 0) return [];
  const rows = changes.map(({ deadline }) => ({
    request: number,
    kind: deadline.kind,
    state: deadline.state,
    due_on: deadline.dueOn,
    due_at: millisOf(deadline.dueAt),
    met_on: deadline.metOn,
    detail: JSON.stringify(deadline),
    revision,
    fired_at: null,
  }));
  const wakes = changes
    .filter(({ deadline }) => deadline.state === 'open')
    .map(({ deadline: { kind, dueAt } }) =>
      wakeRow({ request: number, kind, revision }, millisOf(at), millisOf(dueAt)),
    );
  return [
    { insert: 'request_deadline', rows, onConflict: { key: ['request', 'kind'], then: 'update' } },
    ...insertIfAny('outbox', wakes),
  ];
}

/** The outbox row that wakes a deadline: one for each time its date was set. */
export const wakeId = (number: string, kind: string, revision: number): string =>
  `dl-${number}-${kind}-${revision}`;

/** One date of one deadline. */
export interface DeadlineDate {
  readonly request: string;
  readonly kind: string;
  readonly revision: number;
}

export const wakeRow = (
  { request, kind, revision }: DeadlineDate,
  createdAt: number,
  dueAt: number,
): Row => ({
  id: wakeId(request, kind, revision),
  kind: 'deadline.due',
  subject: request,
  payload: JSON.stringify({ request, deadline: kind, revision }),
  created_at: createdAt,
  available_at: dueAt,
  attempts: 0,
  lease_until: null,
  last_error: null,
  delivered_at: null,
});

function bookingWrites({ number, before, decision }: RequestSave): Write[] {
  if (before && isUntouched(before.snapshot.facts, decision.next.facts, ['pair', 'sessions', 'end']))
    return [];
  const earlier = before ? bookedSlots(before.snapshot.facts) : [];
  const { released, taken } = bookingChanges(earlier, bookedSlots(decision.next.facts));
  const keyOf = ({ mediator, slot }: BookedSlot): Row => ({ mediator, slot });
  return [
    ...(released.length > 0 ? [{ remove: 'booking_slot', rows: released.map(keyOf) }] : []),
    ...insertIfAny(
      'booking_slot',
      taken.map((entry) => ({ ...keyOf(entry), request: number, session_no: entry.sessionNo })),
    ),
  ];
}

function partyWrites({ number, before, decision }: RequestSave): Write[] {
  if (before && isUntouched(before.snapshot.facts, decision.next.facts, ['pair', 'curators', 'interviews']))
    return [];
  const earlier = before ? partiesOf(before.snapshot.facts) : [];
  const now = partiesOf(decision.next.facts);
  const isIn = (list: readonly Party[]) => (party: Party) =>
    list.some(({ person, role }) => person === party.person && role === party.role);
  const gone = earlier.filter(({ person }) => !now.some((party) => party.person === person));
  const come = now.filter((party) => !isIn(earlier)(party));
  return [
    ...(gone.length > 0
      ? [{ remove: 'request_party', rows: gone.map(({ person }) => ({ request: number, person })) }]
      : []),
    ...(come.length > 0
      ? [
          {
            insert: 'request_party',
            rows: come.map(({ person, role }) => ({ request: number, person, role })),
            onConflict: { key: ['request', 'person'], then: 'update' as const },
          },
        ]
      : []),
  ];
}

/** What an event leaves alone is the same object before and after. */
const isUntouched = (
  before: RequestFacts,
  after: RequestFacts,
  parts: readonly (keyof RequestFacts)[],
): boolean => parts.every((part) => before[part] === after[part]);

const keyWrites = ({ kept, stamp }: RequestSave): Insert[] =>
  kept
    ? [
        {
          insert: 'idempotency_key',
          rows: [
            {
              actor: kept.actor,
              key: kept.key,
              body_hash: kept.bodyHash,
              answer: kept.answer,
              created_at: millisOf(stamp.at),
            },
          ],
        },
      ]
    : [];

const insertIfAny = (table: string, rows: readonly Row[]): Insert[] =>
  rows.length > 0 ? [{ insert: table, rows }] : [];
