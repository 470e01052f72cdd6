import { millisOf } from '@bureau/kernel';
import { closeTask, type Insert, outboxRow, type Row, type Write, type WriteBatch } from '@bureau/platform';
import type { CaseSave } from '../../application/case.store';
import type { HandoverWrite } from '../../domain/handover/handover';
import { FOLLOW_UP, type FollowUp } from '../../domain/follow-up/follow-up.rules';
import { deadlineRow, rowsOf } from './case.batch';
import { contactRow } from './contact.mapper';
import { handoverRow } from './handover.mapper';
import { type PersonChanges, personRow } from './person.mapper';

/** Everything one accepted event of a case writes, as one batch: all of it or nothing. */
export function saveBatch(save: CaseSave, people: PersonChanges): WriteBatch {
  const { number, before, decision, stamp, alongside } = save;
  const { revision, row, history, audit } = rowsOf({ ...save, source: 'live' });
  const { followUp, followUpChanged } = decision;
  const { contact, handover } = alongside;
  const writes: Write[] = [
    { insert: 'case_event', rows: [history] },
    audit,
    ...(followUp && followUpChanged ? followUpWrites(number, revision, followUp, stamp.at) : []),
    ...(contact ? [{ insert: 'contact_moment', rows: [contactRow(contact, contact.on)] }] : []),
    ...peopleWrites(number, people),
    ...(handover ? [handoverWrite(handover)] : []),
    ...keyWrites(save),
  ];
  if (!before) return { writes: [{ insert: 'case_file', rows: [row] }, ...writes] };
  const { number: _, ...set } = row;
  return { guard: { change: 'case_file', where: { number, revision: before.revision }, set }, writes };
}

/** The outbox row that wakes a follow-up: one for each time its day was set. */
export const followUpWakeId = (number: string, revision: number): string => `cf-${number}-${revision}`;

export const followUpWake = (
  number: string,
  revision: number,
  dueAt: FollowUp['dueAt'],
  now: FollowUp['dueAt'],
): Row =>
  outboxRow(
    {
      id: followUpWakeId(number, revision),
      kind: 'follow-up.due',
      subject: number,
      ids: { case: number, revision },
      at: dueAt,
    },
    now,
  );

function followUpWrites(
  number: string,
  revision: number,
  followUp: FollowUp,
  at: CaseSave['stamp']['at'],
): Write[] {
  const { state, dueAt } = followUp;
  return [
    {
      insert: 'case_deadline',
      rows: [deadlineRow(number, revision, followUp)],
      onConflict: { key: ['case_number', 'kind'], then: 'update' },
    },
    // Whatever has become of it, the day it was asked about is no longer the day.
    closeTask({ subject: number, kind: FOLLOW_UP }, { at, because: state === 'open' ? 'moved' : state }),
    ...(state === 'open' ? [{ insert: 'outbox', rows: [followUpWake(number, revision, dueAt, at)] }] : []),
  ];
}

function peopleWrites(number: string, { gone, put, tokensGone, tokensCome }: PersonChanges): Write[] {
  const ofCase = (token: string): Row => ({ token, case_number: number });
  return [
    ...(gone.length > 0
      ? [{ remove: 'case_person', rows: gone.map((key) => ({ case_number: number, key })) }]
      : []),
    ...(put.length > 0
      ? [
          {
            insert: 'case_person',
            rows: put.map((person) => personRow(number, person)),
            onConflict: { key: ['case_number', 'key'], then: 'update' as const },
          },
        ]
      : []),
    ...(tokensGone.length > 0 ? [{ remove: 'case_search', rows: tokensGone.map(ofCase) }] : []),
    ...(tokensCome.length > 0 ? [{ insert: 'case_search', rows: tokensCome.map(ofCase) }] : []),
  ];
}

function handoverWrite(write: HandoverWrite): Write {
  if ('add' in write) return { insert: 'handover', rows: [handoverRow(write.add)] };
  const { id } = write.change;
  return {
    change: 'handover',
    where: { id, revision: write.from },
    set: withoutId(handoverRow(write.change)),
  };
}

const withoutId = ({ id: _, ...rest }: Row): Row => rest;

const keyWrites = ({ kept, stamp }: CaseSave): Insert[] =>
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
