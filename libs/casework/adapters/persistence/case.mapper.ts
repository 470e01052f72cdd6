import type { Row } from '@bureau/platform';
import type { FollowUp } from '../../domain/follow-up/follow-up.rules';
import type { CaseSnapshot } from '../../domain/case/case.engine';
import type { CaseFileRow } from './case.rows';

type CaseRow = Row & Record<keyof CaseFileRow, unknown>;

/** A case as its row. Everything beside the snapshot repeats something of it, for lists and counts. */
export function caseRow(
  snapshot: CaseSnapshot,
  followUp: FollowUp | null,
  revision: number,
  auditHash: string,
): CaseRow {
  const { facts, state, machineVersion } = snapshot;
  const { number, openedOn, closed, children } = facts;
  return {
    number,
    opened_on: openedOn,
    opened_year: Number(openedOn.slice(0, 4)),
    opened_month: Number(openedOn.slice(5, 7)),
    closed_on: closed?.on ?? null,
    closing_reason: closed?.reason ?? null,
    line: facts.line,
    code: facts.code,
    caller_type: facts.callerType,
    caller_role: facts.callerRole,
    handler: facts.handler,
    deputy: facts.deputy,
    taking_person: facts.takingPerson,
    contact_seeker: facts.contactSeeker,
    from_country: facts.fromCountry,
    to_country: facts.toCountry,
    children: JSON.stringify(children),
    child_count: children.length,
    incident: facts.incident,
    conflict_with: facts.conflictWith,
    state,
    follow_up_due: followUp?.state === 'open' ? followUp.dueOn : null,
    is_open: closed === null,
    sequence: sequenceOf(number),
    machine_version: machineVersion,
    revision,
    snapshot: JSON.stringify(snapshot),
    audit_hash: auditHash,
  };
}

/** 14 for 2026-00014, the shape of a number that the desk gives out; 0 for any other. */
export function sequenceOf(number: string): number {
  const given = /^\d{4}-(\d{5,9})$/.exec(number);
  return given ? Number(given[1]) : 0;
}
