import { millisOf } from '@bureau/kernel';
import { auditLine, CHAIN_START, digestOf, type Row } from '@bureau/platform';
import type { CaseDecision } from '../../domain/case/case.engine';
import type { CaseEvent, Stamp } from '../../domain/case/case.events';
import type { FollowUp } from '../../domain/follow-up/follow-up.rules';
import { caseRow } from './case.mapper';

/** The journal is one for all: a case has its own file in it, whatever its number looks like. */
export const journalOf = (number: string): string => `case ${number}`;

export interface CaseStep {
  readonly number: string;
  readonly before: { readonly revision: number; readonly auditHash: string } | null;
  readonly event: CaseEvent;
  readonly stamp: Stamp;
  readonly source: 'live' | 'import';
  readonly decision: CaseDecision;
}

/** The rows that any accepted event writes: the case as it now stands, a line of history, a line of the journal. */
export function rowsOf({ number, before, event, stamp, source, decision }: CaseStep) {
  const revision = (before?.revision ?? 0) + 1;
  const { type, ...payload } = event;
  const payloadText = JSON.stringify(payload);
  const audit = auditLine(before?.auditHash ?? CHAIN_START, {
    file: journalOf(number),
    position: revision,
    at: stamp.at,
    actor: stamp.actor,
    action: type,
    detail: digestOf(payloadText),
  });
  const history: Row = {
    case_number: number,
    position: revision,
    type,
    at: stamp.at,
    on_day: stamp.on,
    actor: stamp.actor,
    payload: payloadText,
    machine_version: decision.next.machineVersion,
    source,
  };
  const row = caseRow(decision.next, decision.followUp, revision, audit.hash);
  return { revision, row, history, audit: audit.write };
}

export const deadlineRow = (number: string, revision: number, followUp: FollowUp): Row => ({
  case_number: number,
  kind: followUp.kind,
  state: followUp.state,
  due_on: followUp.dueOn,
  due_at: millisOf(followUp.dueAt),
  met_on: followUp.metOn,
  detail: JSON.stringify(followUp),
  revision,
  fired_at: null,
});
